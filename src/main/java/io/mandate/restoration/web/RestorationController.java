package io.mandate.restoration.web;

import io.mandate.catalog.Catalog;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.OpenRequestException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.request.Dossiers;
import io.mandate.request.web.Choices;
import io.mandate.request.web.ChoicesOfPartner;
import io.mandate.request.web.FormProblems;
import io.mandate.request.web.Notices;
import io.mandate.request.web.RequestViews;
import io.mandate.request.web.SendForm;
import io.mandate.request.web.ServicesForm;
import io.mandate.restoration.NewRestoration;
import io.mandate.restoration.NotInForceException;
import io.mandate.restoration.Restorable;
import io.mandate.restoration.Restorables;
import io.mandate.restoration.Restorations;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a partner asks a customer again for what it lost, or for more, in one step. */
@Controller
@RequestMapping("/customers/{id:[0-9a-fA-F-]{36}}/restore")
class RestorationController {

    private static final String VIEW = "restoration/ask";

    private final Restorables restorables;
    private final Restorations restorations;
    private final Partners partners;
    private final Dossiers dossiers;
    private final Catalog catalog;
    private final RestorationForm form;
    private final ServicesForm services;
    private final ChoicesOfPartner choices;
    private final FormProblems problems;
    private final RequestViews views;

    RestorationController(Restorables restorables, Restorations restorations, Partners partners, Dossiers dossiers, Catalog catalog,
            RestorationForm form, ServicesForm services, ChoicesOfPartner choices, FormProblems problems, RequestViews views) {
        this.restorables = restorables;
        this.restorations = restorations;
        this.partners = partners;
        this.dossiers = dossiers;
        this.catalog = catalog;
        this.form = form;
        this.services = services;
        this.choices = choices;
        this.problems = problems;
        this.views = views;
    }

    /** The form, filled with what was lost. */
    @GetMapping
    String form(@PathVariable UUID id, @RequestParam Optional<String> service, Locale locale, Model model) {
        Restorable known = restorables.of(id, SignedIn.current().staff());
        return show(known, form.filled(known, service), List.of(), locale, model);
    }

    /** Asks, and leads to the request; or comes back with everything that was typed. */
    @PostMapping
    String ask(@PathVariable UUID id, @RequestParam String send, @RequestParam Map<String, String> submitted, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        PartnerStaff staff = SignedIn.current().staff();
        Typed typed = new Typed(submitted);
        NewRestoration input = new NewRestoration(typed.line("address"), typed.line("language"), typed.lines("note"),
                services.read(typed), SendForm.by(send));
        try {
            return next(restorations.ask(id, input, staff), next);
        } catch (InvalidInputException refused) {
            return back(id, typed, refused.problems(), HttpStatus.UNPROCESSABLE_ENTITY, locale, response, model);
        } catch (OpenRequestException refused) {
            Request open = dossiers.readBy(refused.open(), staff.partnerId()).request();
            if (isSame(open, input, staff)) {
                return next(open, next);
            }
            model.addAttribute("open", views.open(open, input.services(), locale));
            return back(id, typed, List.of(), HttpStatus.CONFLICT, locale, response, model);
        } catch (ConcurrencyFailureException busy) {
            model.addAttribute("busy", true);
            return back(id, typed, List.of(), HttpStatus.CONFLICT, locale, response, model);
        }
    }

    /** Under no relationship there is nothing to ask again for: the relationship is asked for first. */
    @ExceptionHandler
    String notInForce(NotInForceException none) {
        return "redirect:/requests/new?customer=" + none.relationship();
    }

    private String back(UUID id, Typed typed, List<FieldProblem> wrong, HttpStatus status, Locale locale,
            HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return show(restorables.of(id, SignedIn.current().staff()), form.typed(typed), wrong, locale, model);
    }

    private String show(Restorable known, Map<String, Object> fields, List<FieldProblem> wrong, Locale locale, Model model) {
        Choices offered = choices.in(catalog.cloud(known.relationship().customer().cloud()).orElseThrow(), locale);
        model.addAttribute("known", known);
        String partner = known.relationship().partnerId();
        model.addAttribute("behalf", partner.equals(SignedIn.current().partner()) ? "" : partners.get(partner).name());
        model.addAttribute("choices", offered.withPermission());
        model.addAttribute("standings", form.standings(known, locale));
        model.addAttribute("asking",
                known.open().stream().map(request -> views.open(request, request.asked(), locale)).toList());
        problems.add(model, RestorationForm.NAME, fields, wrong, locale);
        return VIEW;
    }

    /** Whether the form was sent twice, by a double click or after going back: then the first time counts. */
    private static boolean isSame(Request open, NewRestoration input, PartnerStaff staff) {
        return open.requester().address().equals(staff.address())
                && EmailAddress.parse(input.address()).equals(Optional.of(open.address()))
                && open.language().getLanguage().equals(input.language())
                && (input.note().isEmpty() || open.text().contains(input.note().lines().findFirst().orElse("")))
                && open.sentBy().equals(Optional.of(input.by()))
                && open.asked().equals(input.services());
    }

    private static String next(Request request, RedirectAttributes next) {
        if (request.sentBy().equals(Optional.of(SentBy.PARTNER))) {
            return "redirect:/requests/" + request.id() + "/share";
        }
        Notices.done(next, "sending");
        return "redirect:/requests/" + request.id();
    }
}
