package io.mandate.invitation.web;

import io.mandate.identity.SignedIn;
import io.mandate.invitation.Invitations;
import io.mandate.mail.LinkPlaceholder;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import io.mandate.request.Dossier;
import io.mandate.request.Dossiers;
import io.mandate.request.web.AboutRequest;
import io.mandate.request.web.FormProblems;
import io.mandate.request.web.Notices;
import io.mandate.request.web.RequestViews;
import io.mandate.request.web.SendForm;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** The page on which a partner reviews the draft e-mail and chooses how it is sent. */
@Controller
@AboutRequest
@RequestMapping("/requests/{id}/draft")
class DraftController {

    private static final String VIEW = "request/draft";
    private static final String FORM = "draft";

    private final Invitations invitations;
    private final Dossiers dossiers;
    private final RequestViews views;
    private final FormProblems problems;

    DraftController(Invitations invitations, Dossiers dossiers, RequestViews views, FormProblems problems) {
        this.invitations = invitations;
        this.dossiers = dossiers;
        this.views = views;
        this.problems = problems;
    }

    /** The draft; once it was sent, the request's page. */
    @GetMapping
    String draft(@PathVariable UUID id, Locale locale, Model model, RedirectAttributes next) {
        Dossier dossier = dossiers.ofPartner(id, SignedIn.current().partner());
        Request request = dossier.request();
        if (request.status() != RequestStatus.DRAFT) {
            Notices.refused(next, "reviewed");
            return "redirect:/requests/{id}";
        }
        if (request.asked().isEmpty() && !request.withoutPermission()) {
            return "redirect:/requests/{id}/services";
        }
        return show(dossier, request.subject(), request.text(), List.of(), locale, model);
    }

    /** Keeps the draft for later. */
    @PostMapping(params = "action=save")
    String save(@PathVariable UUID id, @RequestParam Map<String, String> submitted, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        Typed typed = new Typed(submitted);
        return orBack(id, typed, locale, response, model, () -> {
            invitations.edit(id, typed.line("subject"), typed.text("text"), SignedIn.current().staff());
            Notices.done(next, "saved");
            return "redirect:/requests/{id}/draft";
        });
    }

    /** Puts the link back into the text, which stays as it was typed. */
    @PostMapping(params = "action=put-back")
    String putBack(@PathVariable UUID id, @RequestParam Map<String, String> submitted, Locale locale, Model model) {
        Dossier dossier = dossiers.ofPartner(id, SignedIn.current().partner());
        Typed typed = new Typed(submitted);
        model.addAttribute("putBack", true);
        return show(dossier, typed.line("subject"), LinkPlaceholder.putBack(typed.text("text")), List.of(), locale, model);
    }

    /** Mandate sends it, and the request's page follows; or the partner does, and the full text follows. */
    @PostMapping(params = "send")
    String send(@PathVariable UUID id, @RequestParam String send, @RequestParam Map<String, String> submitted,
            Locale locale, HttpServletResponse response, Model model, RedirectAttributes next) {
        Typed typed = new Typed(submitted);
        SentBy by = SendForm.by(send);
        return orBack(id, typed, locale, response, model, () -> {
            invitations.review(id, typed.line("subject"), typed.text("text"), by, SignedIn.current().staff());
            return SendForm.next(send, next);
        });
    }

    private String orBack(UUID id, Typed typed, Locale locale, HttpServletResponse response, Model model, Work work) {
        try {
            return work.done();
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return back(id, typed, refused.problems(), locale, model);
        } catch (ConcurrencyFailureException busy) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("busy", true);
            return back(id, typed, List.of(), locale, model);
        }
    }

    private String back(UUID id, Typed typed, List<FieldProblem> wrong, Locale locale, Model model) {
        Dossier dossier = dossiers.ofPartner(id, SignedIn.current().partner());
        return show(dossier, typed.line("subject"), typed.text("text"), wrong, locale, model);
    }

    private String show(
            Dossier dossier, String subject, String text, List<FieldProblem> wrong, Locale locale, Model model) {
        model.addAttribute("request", views.of(dossier, locale));
        model.addAttribute("linkMissing", !LinkPlaceholder.isIn(text));
        model.addAttribute("onlyLinkMissing", wrong.size() == 1 && !LinkPlaceholder.isIn(text));
        problems.add(model, FORM, Map.of("subject", subject, "text", text), wrong, locale);
        return VIEW;
    }

    private interface Work {
        String done();
    }
}
