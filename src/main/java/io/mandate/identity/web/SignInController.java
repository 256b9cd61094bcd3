package io.mandate.identity.web;

import io.mandate.identity.SignInHints;
import io.mandate.identity.SignedIn;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The page on which people sign in, and the one for customers, who need no account. */
@Controller
class SignInController {

    static final String TYPED_NAME = "signIn.typedName";

    private final ObjectProvider<SignInHints> hints;
    private final Landing landing;

    SignInController(ObjectProvider<SignInHints> hints, Landing landing) {
        this.hints = hints;
        this.landing = landing;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam Optional<String> refused,
            @RequestParam Optional<String> expired,
            @RequestParam Optional<String> signedOut,
            @SessionAttribute(name = TYPED_NAME, required = false) String typedName,
            Model model) {
        Optional<SignedIn> signedIn = SignedIn.find();
        if (signedIn.isPresent()) {
            return "redirect:" + landing.of(signedIn.get());
        }
        model.addAttribute("refused", refused.isPresent());
        model.addAttribute("expired", expired.isPresent());
        model.addAttribute("signedOut", signedOut.isPresent());
        model.addAttribute("typedName", typedName == null ? "" : typedName);
        model.addAttribute("hints", hints.stream().map(SignInHints::hints).flatMap(List::stream).toList());
        return "identity/sign-in";
    }

    @GetMapping(Landing.NO_PAGES)
    String useTheLink() {
        return "identity/use-the-link";
    }
}
