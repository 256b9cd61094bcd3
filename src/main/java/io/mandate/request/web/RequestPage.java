package io.mandate.request.web;

import io.mandate.identity.SignedIn;
import io.mandate.mail.MailEntry;
import io.mandate.mail.MailKind;
import io.mandate.mail.MailStatus;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.request.Dossier;
import io.mandate.request.OwnMails;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one request: its facts, what happened, where it stands, what can be done now. */
@Component
class RequestPage {

    private static final String VIEW = "request/request";
    private static final String CORRECTION = "correction";

    private final OwnMails ownMails;
    private final RequestViews views;
    private final TimelineViews timeline;
    private final FormProblems problems;

    RequestPage(OwnMails ownMails, RequestViews views, TimelineViews timeline, FormProblems problems) {
        this.ownMails = ownMails;
        this.views = views;
        this.timeline = timeline;
        this.problems = problems;
    }

    /** The page as it stands. */
    String show(Dossier dossier, Locale locale, Model model) {
        return show(dossier, dossier.request().address().value(), List.of(), locale, model);
    }

    /** The page with what is wrong with the corrected address. */
    String show(Dossier dossier, String address, List<FieldProblem> wrong, Locale locale, Model model) {
        Request request = dossier.request();
        boolean owner = !SignedIn.current().role().ofPartner();
        RequestView view = views.of(dossier, locale);
        model.addAttribute("request", view);
        model.addAttribute("timeline", view.foreign() ? List.of() : timeline.of(dossier, locale));
        model.addAttribute("can", !dossier.actable() ? Possible.NOTHING : Possible.in(request.status(), ownMails.of(request).isPresent()));
        model.addAttribute("owner", owner);
        model.addAttribute("struggling", isStruggling(dossier));
        problems.add(model, CORRECTION, Map.of("address", address), wrong, locale);
        return VIEW;
    }

    /** Whether the mail is late because the mail server makes trouble. */
    private static boolean isStruggling(Dossier dossier) {
        if (dossier.request().status() != RequestStatus.SENDING) {
            return false;
        }
        List<MailEntry> invitations = dossier.mails().stream().filter(mail -> mail.kind() == MailKind.INVITATION).toList();
        return !invitations.isEmpty() && invitations.get(invitations.size() - 1).status() == MailStatus.FAILED;
    }
}
