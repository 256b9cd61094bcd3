package io.mandate.organisation.web;

import io.mandate.organisation.ContactChoices;
import io.mandate.organisation.Organisation;
import io.mandate.organisation.Organisations;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.SupportContacts;
import io.mandate.web.FilledForm;
import io.mandate.web.Persistently;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Chooses whom to call about a service: a partner with a relationship in force, or the default. */
@Controller
@RequestMapping("/organisation/{customer:[0-9a-f-]{36}}/services/{service:[a-z0-9-]{1,60}}/contact")
class ContactController {

    private static final String FORM = "contact";

    /** How the form says the default; no partner has this id, since ids have no blanks. */
    private static final String DEFAULT = "the default";

    private final Organisations organisations;
    private final ContactChoices choices;
    private final OrganisationPage words;
    private final MessageSource messages;

    ContactController(Organisations organisations, ContactChoices choices, OrganisationPage words, MessageSource messages) {
        this.organisations = organisations;
        this.choices = choices;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping
    String ask(@PathVariable UUID customer, @PathVariable String service, Locale locale, Model model) {
        Organisation organisation = organisations.of(OrganisationController.person(), customer);
        Optional<SupportContacts.Chosen> chosen = asked(organisation, service).chosen();
        String now = ContactChoices.possible(organisation).stream().filter(one -> chosen.equals(Optional.of(one.chosen())))
                .map(ContactChoices.Possible::id).findFirst().orElse(DEFAULT);
        return show(customer, service, now, List.of(), locale, model);
    }

    @PostMapping
    String choose(@PathVariable UUID customer, @PathVariable String service, @RequestParam(defaultValue = "") String partner,
            Locale locale, HttpServletResponse response, Model model, RedirectAttributes next) {
        try {
            Persistently.run(() -> choose(customer, service, partner));
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(customer, service, partner, refused.problems(), locale, model);
        } catch (ConcurrencyFailureException busy) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(customer, service, partner, List.of(new FieldProblem("partner", "problem.contact.busy")), locale, model);
        }
        next.addFlashAttribute("contactOf", service);
        return "redirect:/organisation/{customer}";
    }

    private void choose(UUID customer, String service, String partner) {
        if (partner.equals(DEFAULT)) {
            choices.reset(OrganisationController.person(), customer, service);
        } else {
            choices.choose(OrganisationController.person(), customer, service, partner);
        }
    }

    private String show(UUID customer, String service, String partner, List<FieldProblem> problems, Locale locale, Model model) {
        Organisation organisation = organisations.of(OrganisationController.person(), customer);
        Map<String, String> options = new LinkedHashMap<>();
        options.put(DEFAULT, messages.getMessage("organisation.contact.default", null, locale));
        ContactChoices.possible(organisation).forEach(one -> options.put(one.id(), one.behalf().isEmpty() ? one.name()
                : messages.getMessage("organisation.contact.provider", new Object[] {one.name(), one.behalf()}, locale)));
        FilledForm.show(FORM, new HashMap<>(Map.of("partner", partner)), problems, model);
        model.addAttribute("organisation", organisation);
        model.addAttribute("asked", asked(organisation, service));
        model.addAttribute("name", words.service(service, locale));
        model.addAttribute("options", options);
        return "organisation/contact";
    }

    private static Organisation.Service asked(Organisation organisation, String service) {
        return organisation.services().stream().filter(one -> one.service().id().equals(service)).findFirst()
                .orElseThrow(() -> new NotFoundException("service", service));
    }
}
