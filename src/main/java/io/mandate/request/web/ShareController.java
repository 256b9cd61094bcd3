package io.mandate.request.web;

import io.mandate.identity.SignedIn;
import io.mandate.request.Dossier;
import io.mandate.request.Dossiers;
import io.mandate.request.OwnMail;
import io.mandate.request.OwnMails;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page from which a partner takes the full text, with the live link, to send it themselves. */
@Controller
class ShareController {

    private final Dossiers dossiers;
    private final OwnMails mails;
    private final RequestViews views;

    ShareController(Dossiers dossiers, OwnMails mails, RequestViews views) {
        this.dossiers = dossiers;
        this.mails = mails;
        this.views = views;
    }

    /** Can be opened again until the customer has answered; then it leads to the request. */
    @GetMapping("/requests/{id}/share")
    String share(@PathVariable UUID id, @RequestParam(defaultValue = SendForm.MAIL_PROGRAM) String by, Locale locale,
            Model model, RedirectAttributes next) {
        Dossier dossier = dossiers.ofPartner(id, SignedIn.current().partner());
        Optional<OwnMail> mail = mails.of(dossier.request());
        if (mail.isEmpty()) {
            Notices.refused(next, "share");
            return "redirect:/requests/{id}";
        }
        model.addAttribute("request", views.of(dossier, locale));
        model.addAttribute("mail", mail.get());
        model.addAttribute("language", dossier.request().language().getLanguage());
        model.addAttribute("copyFirst", by.equals(SendForm.COPY));
        return "request/share";
    }
}
