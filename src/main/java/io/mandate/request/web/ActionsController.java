package io.mandate.request.web;

import io.mandate.identity.SignedIn;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.SentBy;
import io.mandate.request.Dossiers;
import io.mandate.request.OwnRequests;
import io.mandate.web.Persistently;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a partner does with a request that is on its way; a reminder that goes out at the same moment is not in the way. */
@Controller
@AboutRequest
@RequestMapping("/requests/{id}")
class ActionsController {

    private final OwnRequests own;
    private final Dossiers dossiers;
    private final RequestPage page;

    ActionsController(OwnRequests own, Dossiers dossiers, RequestPage page) {
        this.own = own;
        this.dossiers = dossiers;
        this.page = page;
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable UUID id, RedirectAttributes next) {
        PartnerStaff staff = SignedIn.current().staff();
        Persistently.run(() -> own.withdraw(id, staff));
        Notices.done(next, "withdrawn");
        return "redirect:/requests/{id}";
    }

    @PostMapping("/send-again")
    String sendAgain(@PathVariable UUID id, @RequestParam String send, RedirectAttributes next) {
        PartnerStaff staff = SignedIn.current().staff();
        SentBy by = SendForm.by(send);
        Persistently.run(() -> own.sendAgain(id, by, staff));
        return SendForm.next(send, next);
    }

    /** Sends the request to another address, or comes back with what is wrong with it. */
    @PostMapping("/address")
    String address(@PathVariable UUID id, @RequestParam Map<String, String> submitted, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        PartnerStaff staff = SignedIn.current().staff();
        Typed typed = new Typed(submitted);
        try {
            Persistently.run(() -> own.correctAddress(id, typed.line("address"), staff));
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.show(dossiers.ofPartner(id, staff.partnerId()), typed.line("address"), refused.problems(), locale, model);
        }
        return SendForm.next(SendForm.MANDATE, next);
    }
}
