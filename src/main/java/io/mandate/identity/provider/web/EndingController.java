package io.mandate.identity.provider.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way to the provider and back when signing out. */
@Controller
class EndingController {

    @GetMapping(ProviderSignOut.PAGE)
    String ending(HttpSession session, HttpServletResponse response, Model model) {
        if (!(session.getAttribute(ProviderSignOut.KEPT) instanceof ProviderSignOut.Ending ending)) {
            return "redirect:/sign-in";
        }
        session.removeAttribute(ProviderSignOut.KEPT);
        response.setHeader("Refresh", "0;url=" + ending.address());
        model.addAttribute("ending", ending);
        return "identity/ending";
    }

    /** Where the provider leads back to. */
    @GetMapping(ProviderSignOut.BACK)
    String ended() {
        return "redirect:/sign-in?signedOut";
    }
}
