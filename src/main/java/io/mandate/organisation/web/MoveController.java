package io.mandate.organisation.web;

import io.mandate.organisation.Move;
import io.mandate.organisation.Moves;
import io.mandate.organisation.Organisation;
import io.mandate.passkey.web.NeedsPasskey;
import io.mandate.passkey.web.PasskeyMoment;
import io.mandate.relationship.Consent;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.HolderChangedException;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Permission;
import io.mandate.web.FilledForm;
import io.mandate.web.Persistently;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** Moves a permission to another partner: from whom the page showed, or nothing. */
@Controller
@RequestMapping("/organisation/{customer:[0-9a-f-]{36}}/services/{service:[a-z0-9-]{1,60}}/move")
class MoveController {

    private static final String FORM = "move";

    private final Clock clock;
    private final Moves moves;
    private final ServicePage page;

    MoveController(Clock clock, Moves moves, ServicePage page) {
        this.clock = clock;
        this.moves = moves;
        this.page = page;
    }

    @GetMapping
    String ask(@PathVariable UUID customer, @PathVariable String service, Locale locale, Model model) {
        return show(customer, service, Map.of(), List.of(), locale, model);
    }

    @PostMapping
    @NeedsPasskey
    String move(@PathVariable UUID customer, @PathVariable String service, @RequestParam Map<String, String> typed,
            Locale locale, HttpSession session, HttpServletResponse response, Model model, RedirectAttributes next) {
        EmailAddress person = OrganisationController.person();
        Consent.Proof proof = PasskeyMoment.isRecent(session, clock.instant())
                ? Consent.Proof.ACCOUNT_AND_PASSKEY : Consent.Proof.ACCOUNT;
        try {
            boolean moved = Persistently.get(() -> page.asShown(customer, service, typed.getOrDefault("shown", ""))
                    .map(held -> moves.move(person, proof, held, wish(new Typed(typed), locale))).isPresent());
            if (moved) {
                next.addFlashAttribute("moved", service);
                return "redirect:/organisation/{customer}";
            }
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(customer, service, typed, refused.problems(), locale, model);
        } catch (HolderChangedException | ConcurrencyFailureException meanwhile) {
            // As where it changed before.
        }
        model.addAttribute("changed", true);
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(customer, service, typed, List.of(), locale, model);
    }

    private static Move wish(Typed typed, Locale locale) {
        return new Move(typed.line("partner"), typed.number("days"), typed.lines("note"), typed.ticked("agreementAccepted"),
                typed.line("agreementVersion"), locale);
    }

    private String show(UUID customer, String service, Map<String, String> typed, List<FieldProblem> problems,
            Locale locale, Model model) {
        ServicePage.Shown shown = page.show(customer, service, model);
        Organisation organisation = shown.organisation();
        Optional<Permission> held = shown.held();
        Map<String, String> targets = new LinkedHashMap<>();
        held.map(one -> moves.targets(organisation, one)).orElse(List.of()).forEach(one -> targets.put(one.id(), one.name()));
        Map<String, Object> fields = new HashMap<>();
        fields.put("partner", typed.getOrDefault("partner", ""));
        fields.put("days", typed.getOrDefault("days", held.map(this::remaining).orElse("")));
        fields.put("note", typed.getOrDefault("note", ""));
        fields.put("agreementAccepted", new Typed(typed).ticked("agreementAccepted"));
        FilledForm.show(FORM, fields, problems, model);
        model.addAttribute("targets", targets);
        model.addAttribute("agreement", moves.agreement(organisation, locale));
        return "organisation/move";
    }

    /** What is left of its term, in whole days. */
    private String remaining(Permission held) {
        return String.valueOf(Math.max(1, Duration.between(clock.instant(), held.endsAt()).toDays()));
    }
}
