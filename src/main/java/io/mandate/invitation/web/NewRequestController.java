package io.mandate.invitation.web;

import io.mandate.identity.SignedIn;
import io.mandate.invitation.Invitations;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.OpenRequestException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.request.Dossier;
import io.mandate.request.Dossiers;
import io.mandate.request.web.Choices;
import io.mandate.request.web.ChoicesOfPartner;
import io.mandate.request.web.FormProblems;
import io.mandate.request.web.RequestViews;
import io.mandate.request.web.ServicesForm;
import io.mandate.web.Persistently;
import io.mandate.web.Typed;
import io.mandate.web.Typing;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a partner asks for a relationship. */
@Controller
class NewRequestController {

    private static final String VIEW = "request/new";

    private final Invitations invitations;
    private final Behalf behalf;
    private final Dossiers dossiers;
    private final RequestForms forms;
    private final ServicesForm services;
    private final ChoicesOfPartner choices;
    private final FormProblems problems;
    private final RequestViews views;

    NewRequestController(Invitations invitations, Behalf behalf, Dossiers dossiers, RequestForms forms, ServicesForm services,
            ChoicesOfPartner choices,
            FormProblems problems, RequestViews views) {
        this.invitations = invitations;
        this.behalf = behalf;
        this.dossiers = dossiers;
        this.forms = forms;
        this.services = services;
        this.choices = choices;
        this.problems = problems;
        this.views = views;
    }

    /** The form: empty, filled from an old request, or with the facts of a known customer. */
    @GetMapping("/requests/new")
    String form(@RequestParam Optional<UUID> again, @RequestParam Optional<UUID> customer,
            @RequestParam(defaultValue = "") String partner, Locale locale, Model model) {
        String own = SignedIn.current().partner();
        Optional<Dossier> before = again.map(id -> dossiers.readBy(id, own)).or(() -> customer.map(id -> dossiers.lastOf(id, own)));
        String asking = behalf.asking(own, before.map(one -> one.relationship().partnerId()).orElseGet(() -> Typing.line(partner)));
        Choices offered = choices.of(asking, locale);
        Map<String, Object> fields = again.map(id -> forms.again(before.get()))
                .or(() -> customer.map(id -> forms.customer(before.get())))
                .orElseGet(() -> forms.empty(offered, locale));
        model.addAttribute("again", again.isPresent());
        return show(asking, offered, fields, List.of(), locale, model);
    }

    /** The form as it was typed, with the markets of the partner that was chosen. */
    @PostMapping(path = "/requests", params = "action=partner")
    String partner(@RequestParam Map<String, String> submitted, Locale locale, Model model) {
        Typed typed = new Typed(submitted);
        String asking = behalf.asking(SignedIn.current().partner(), typed.line("partner"));
        return show(asking, choices.of(asking, locale), forms.typed(typed), List.of(), locale, model);
    }

    /** Opens the request and leads to its draft, or comes back with everything that was typed. */
    @PostMapping("/requests")
    String request(@RequestParam Map<String, String> submitted, Locale locale, HttpServletResponse response, Model model) {
        PartnerStaff staff = SignedIn.current().staff();
        Typed typed = new Typed(submitted);
        try {
            return draft(Persistently.get(() -> invitations.request(forms.read(typed), staff)));
        } catch (InvalidInputException refused) {
            return back(typed, refused.problems(), HttpStatus.UNPROCESSABLE_ENTITY, locale, response, model);
        } catch (OpenRequestException refused) {
            Request open = dossiers.readBy(refused.open(), staff.partnerId()).request();
            if (isSame(open, typed, staff)) {
                return draft(open);
            }
            model.addAttribute("open", views.open(open, services.read(typed), locale));
            return back(typed, List.of(), HttpStatus.CONFLICT, locale, response, model);
        } catch (ConcurrencyFailureException busy) {
            model.addAttribute("busy", true);
            return back(typed, List.of(), HttpStatus.CONFLICT, locale, response, model);
        }
    }

    private String back(Typed typed, List<FieldProblem> wrong, HttpStatus status, Locale locale,
            HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        String asking = behalf.known(SignedIn.current().partner(), typed.line("partner"));
        return show(asking, choices.of(asking, locale), forms.typed(typed), wrong, locale, model);
    }

    private String show(String asking, Choices offered, Map<String, Object> fields, List<FieldProblem> wrong, Locale locale, Model model) {
        behalf.show(SignedIn.current().partner(), asking, fields, model);
        model.addAttribute("choices", offered);
        problems.add(model, RequestForms.FORM, fields, wrong, locale);
        return VIEW;
    }

    /** Whether the form was sent twice, by a double click or after going back: then the first time counts. */
    private boolean isSame(Request open, Typed typed, PartnerStaff staff) {
        return open.status() == RequestStatus.DRAFT
                && open.requester().address().equals(staff.address())
                && open.organisation().equals(typed.line("organisation"))
                && EmailAddress.parse(typed.line("address")).equals(Optional.of(open.address()))
                && open.language().getLanguage().equals(typed.line("language"))
                && open.country().equals(typed.line("country"))
                && open.name().equals(typed.line("name"))
                && open.withoutPermission() == typed.ticked("withoutPermission")
                && open.asked().equals(services.read(typed));
    }

    private static String draft(Request request) {
        return "redirect:/requests/" + request.id() + "/draft";
    }
}
