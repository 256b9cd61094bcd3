package io.mandate.invitation.web;

import io.mandate.catalog.Catalog;
import io.mandate.identity.SignedIn;
import io.mandate.invitation.Invitations;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.OpenRequestException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.RequestStatus;
import io.mandate.request.Dossier;
import io.mandate.request.Dossiers;
import io.mandate.request.web.AboutRequest;
import io.mandate.request.web.ChoicesOfPartner;
import io.mandate.request.web.FormProblems;
import io.mandate.request.web.Notices;
import io.mandate.request.web.RequestViews;
import io.mandate.request.web.ServicesForm;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a partner changes what a draft asks for. */
@Controller
@AboutRequest
@RequestMapping("/requests/{id}/services")
class ServicesController {

    private static final String VIEW = "request/services";

    private final Invitations invitations;
    private final Dossiers dossiers;
    private final Catalog catalog;
    private final RequestForms forms;
    private final ServicesForm services;
    private final ChoicesOfPartner choices;
    private final FormProblems problems;
    private final RequestViews views;

    ServicesController(Invitations invitations, Dossiers dossiers, Catalog catalog, RequestForms forms,
            ServicesForm services,
            ChoicesOfPartner choices, FormProblems problems, RequestViews views) {
        this.invitations = invitations;
        this.dossiers = dossiers;
        this.catalog = catalog;
        this.forms = forms;
        this.services = services;
        this.choices = choices;
        this.problems = problems;
        this.views = views;
    }

    @GetMapping
    String form(@PathVariable UUID id, Locale locale, Model model, RedirectAttributes next) {
        Dossier dossier = dossiers.ofPartner(id, SignedIn.current().partner());
        if (dossier.request().status() != RequestStatus.DRAFT) {
            Notices.refused(next, "reviewed");
            return "redirect:/requests/{id}";
        }
        return show(dossier, forms.draft(dossier.request()), List.of(), locale, model);
    }

    /** Writes the draft anew, or comes back with everything that was typed. */
    @PostMapping
    String redraft(@PathVariable UUID id, @RequestParam Map<String, String> submitted, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        PartnerStaff staff = SignedIn.current().staff();
        Typed typed = new Typed(submitted);
        try {
            invitations.redraft(id, typed.line("name"), services.read(typed), typed.ticked("withoutPermission"), staff);
            Notices.done(next, "redrafted");
            return "redirect:/requests/{id}/draft";
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return back(id, typed, refused.problems(), locale, model);
        } catch (OpenRequestException refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("open", views.open(
                    dossiers.readBy(refused.open(), staff.partnerId()).request(), services.read(typed), locale));
            return back(id, typed, List.of(), locale, model);
        }
    }

    private String back(UUID id, Typed typed, List<FieldProblem> wrong, Locale locale, Model model) {
        return show(dossiers.ofPartner(id, SignedIn.current().partner()), forms.typedServices(typed), wrong, locale, model);
    }

    private String show(Dossier dossier, Map<String, Object> fields, List<FieldProblem> wrong, Locale locale, Model model) {
        model.addAttribute("request", views.of(dossier, locale));
        model.addAttribute("choices",
                choices.in(catalog.cloud(dossier.relationship().customer().cloud()).orElseThrow(), locale));
        problems.add(model, RequestForms.FORM, fields, wrong, locale);
        return VIEW;
    }
}
