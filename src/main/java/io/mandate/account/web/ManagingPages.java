package io.mandate.account.web;

import io.mandate.account.AccountAdministration;
import io.mandate.account.AccountAdministration.Change;
import io.mandate.account.Manager;
import io.mandate.account.NewPerson;
import io.mandate.catalog.Languages;
import io.mandate.identity.Role;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.web.FilledForm;
import io.mandate.web.Persistently;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a partner's administrator and those of a process owner have in common: the form and what is done to accounts. */
@Component
class ManagingPages {

    private static final String FORM = "person";
    private static final List<String> FIELDS = List.of("address", "name", "role", "partner", "language");

    private final AccountAdministration administration;
    private final Partners partners;
    private final MessageSource messages;

    ManagingPages(AccountAdministration administration, Partners partners, MessageSource messages) {
        this.administration = administration;
        this.partners = partners;
        this.messages = messages;
    }

    /** The form by which somebody is added; base is the path of the list. */
    String form(Manager by, String base, Map<String, String> typed, List<FieldProblem> problems, Locale locale, Model model) {
        Map<String, Object> fields = new HashMap<>();
        FIELDS.forEach(field -> fields.put(field, typed.getOrDefault(field, "")));
        fields.computeIfPresent("language", (field, one) -> one.equals("") ? Languages.nearest(locale).getLanguage() : one);
        FilledForm.show(FORM, fields, problems, model);
        model.addAttribute("base", base);
        model.addAttribute("roles", names(by.roles(), locale));
        model.addAttribute("languages", languages());
        model.addAttribute("partners", by.partner().isPresent() ? Map.of() : partners());
        return "account/new";
    }

    String add(Manager by, String base, Map<String, String> typed, Locale locale, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        Typed form = new Typed(typed);
        NewPerson person = new NewPerson(form.line("address"), form.line("name"), role(form.line("role")),
                Optional.of(form.line("partner")).filter(one -> !one.isEmpty()), form.line("language"));
        try {
            Persistently.run(() -> administration.add(by, person));
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(by, base, typed, refused.problems(), locale, model);
        }
        next.addFlashAttribute("done", "added");
        next.addFlashAttribute("of", person.name());
        return "redirect:" + base;
    }

    /** Does what a form of the list asks for, and leads back to the list, which says what became of it. */
    String change(Manager by, String base, String what, Map<String, String> typed, RedirectAttributes next) {
        String username = typed.getOrDefault("username", "");
        int version = version(typed.getOrDefault("version", ""));
        Change change;
        try {
            change = Persistently.get(() -> switch (what) {
                case "role" -> administration.changeRole(by, username, version, role(typed.getOrDefault("role", ""))
                        .orElseThrow(() -> new InvalidInputException(new FieldProblem("role", "problem.account.role"))));
                case "lock" -> administration.lock(by, username, version);
                case "unlock" -> administration.unlock(by, username, version);
                default -> administration.remove(by, username, version);
            });
        } catch (InvalidInputException noSuchRole) {
            change = Change.STALE;
        }
        next.addFlashAttribute(change == Change.DONE ? "done" : "refused", change == Change.DONE ? what : change.name().toLowerCase(Locale.ROOT));
        next.addFlashAttribute("of", username);
        return "redirect:" + base;
    }

    /** The names of all roles that accounts of staff have. */
    Map<String, String> names(List<Role> roles, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        roles.forEach(one -> names.put(one.name(), messages.getMessage("account.role." + one, null, locale)));
        return names;
    }

    static Optional<Role> role(String typed) {
        return Arrays.stream(Role.values()).filter(one -> one.name().equals(typed)).findFirst();
    }

    private static int version(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        Languages.ALL.forEach(one -> languages.put(one.getLanguage(), StringUtils.capitalize(one.getDisplayLanguage(one))));
        return languages;
    }

    private Map<String, String> partners() {
        Map<String, String> known = new LinkedHashMap<>();
        for (Partner one : partners.known()) {
            known.put(one.id(), one.name());
        }
        return known;
    }
}
