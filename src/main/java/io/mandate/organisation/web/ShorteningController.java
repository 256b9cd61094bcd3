package io.mandate.organisation.web;

import io.mandate.organisation.Organisations;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.TermChange;
import io.mandate.termchange.LastDays;
import io.mandate.termchange.Shortening;
import io.mandate.termchange.Shortenings;
import io.mandate.web.FilledForm;
import io.mandate.web.Persistently;
import io.mandate.web.Times;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
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

/** Lets a partner's permission end earlier: the one that the page showed, or nothing. */
@Controller
@RequestMapping("/organisation/{customer:[0-9a-f-]{36}}/services/{service:[a-z0-9-]{1,60}}/shorten")
class ShorteningController {

    private static final String FORM = "shortening";
    private static final String LAST_DAY = "lastDay";
    private static final List<Integer> USUAL_DAYS = List.of(7, 30, 90);

    private final Clock clock;
    private final Organisations organisations;
    private final Shortenings shortenings;
    private final ServicePage page;
    private final Times times;

    ShorteningController(Clock clock, Organisations organisations, Shortenings shortenings, ServicePage page, Times times) {
        this.clock = clock;
        this.organisations = organisations;
        this.shortenings = shortenings;
        this.page = page;
        this.times = times;
    }

    @GetMapping
    String ask(@PathVariable UUID customer, @PathVariable String service, Locale locale, Model model) {
        return show(customer, service, Map.of(), List.of(), locale, model);
    }

    /** One of the page's buttons fills in a last day; nothing else changes. */
    @PostMapping(params = "fill")
    String fill(@PathVariable UUID customer, @PathVariable String service, @RequestParam Map<String, String> typed,
            @RequestParam String fill, Locale locale, Model model) {
        Map<String, String> filled = new HashMap<>(typed);
        filled.put(LAST_DAY, fill);
        return show(customer, service, filled, List.of(), locale, model);
    }

    /** The form brings back the request and the end of the permission that the page showed. */
    @PostMapping(params = "!fill")
    String shorten(@PathVariable UUID customer, @PathVariable String service, @RequestParam Map<String, String> typed,
            Locale locale, HttpServletResponse response, Model model, RedirectAttributes next) {
        Administrator who = organisations.member(OrganisationController.person(), customer);
        try {
            Optional<TermChange> done = Persistently.get(() -> page.asShown(customer, service, typed.getOrDefault("shown", ""))
                    .map(held -> shortenings.byCustomer(held, wish(new Typed(typed)), who.name())));
            if (done.isPresent()) {
                next.addFlashAttribute("shortened", done.get().service());
                next.addFlashAttribute("shortenedTo", done.get().after());
                return "redirect:/organisation/{customer}";
            }
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(customer, service, typed, refused.problems(), locale, model);
        } catch (PermissionChangedException | ConcurrencyFailureException meanwhile) {
            // As where it changed before.
        }
        model.addAttribute("changed", true);
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(customer, service, typed, List.of(), locale, model);
    }

    private static Shortening wish(Typed typed) {
        return new Shortening(typed.day(LAST_DAY), typed.lines("note"));
    }

    private String show(UUID customer, String service, Map<String, String> typed, List<FieldProblem> problems,
            Locale locale, Model model) {
        Optional<Permission> held = page.show(customer, service, model).held();
        Map<String, Object> fields = new HashMap<>();
        fields.put(LAST_DAY, typed.getOrDefault(LAST_DAY, ""));
        fields.put("note", typed.getOrDefault("note", ""));
        FilledForm.show(FORM, fields, problems.stream().map(one -> worded(one, locale)).toList(), model);
        Optional<LastDays> days = held.map(one -> LastDays.of(one, clock.instant())).filter(LastDays::exist);
        model.addAttribute("days", days);
        model.addAttribute("usual", days.map(ShorteningController::usual).orElse(List.of()));
        return "organisation/shorten";
    }

    /** A day that is usually chosen: how far away it is, and the day. */
    record Usual(int inDays, LocalDate day) {}

    private static List<Usual> usual(LastDays possible) {
        return USUAL_DAYS.stream().map(days -> new Usual(days, possible.first().plusDays(days - 1L)))
                .filter(one -> !one.day().isAfter(possible.last())).toList();
    }

    /** The problem with its days in the reader's words. */
    private FieldProblem worded(FieldProblem problem, Locale locale) {
        return new FieldProblem(problem.field(), problem.code(), problem.arguments().stream()
                .map(one -> one instanceof LocalDate day ? times.day(day, locale) : one).toArray());
    }
}
