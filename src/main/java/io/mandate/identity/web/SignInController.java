package io.mandate.identity.web;

import io.mandate.identity.SignInHints;
import io.mandate.identity.SignedIn;
import io.mandate.identity.provider.OfferedProviders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The page on which people sign in: staff with a password, customers with a link that is mailed to them. */
@Controller
class SignInController {

    static final String TYPED_NAME = "signIn.typedName";
    static final String TYPED_ADDRESS = "signIn.typedAddress";

    private static final Set<String> PASSWORD_NOTICES = Set.of("set", "tries");
    private static final Set<String> LINK_NOTICES = Set.of("sent", "wrong", "dead", "removed");

    private final ObjectProvider<SignInHints> hints;
    private final OfferedProviders providers;
    private final Landing landing;

    SignInController(ObjectProvider<SignInHints> hints, OfferedProviders providers, Landing landing) {
        this.hints = hints;
        this.providers = providers;
        this.landing = landing;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam Optional<String> refused,
            @RequestParam(defaultValue = "") String with,
            @RequestParam Optional<String> expired,
            @RequestParam Optional<String> signedOut,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passkey,
            @SessionAttribute(name = TYPED_NAME, required = false) String typedName,
            @SessionAttribute(name = TYPED_ADDRESS, required = false) String typedAddress,
            Model model) {
        Optional<SignedIn> signedIn = SignedIn.find();
        if (signedIn.isPresent()) {
            return "redirect:" + landing.of(signedIn.get());
        }
        Optional<OfferedProviders.Refusal> refusal = providers.refusal(with, refused.orElse(""));
        model.addAttribute("refused", refused.isPresent() && with.isEmpty());
        model.addAttribute("signInRefusal", refusal.orElse(null));
        model.addAttribute("providers", providers.all());
        model.addAttribute("expired", expired.isPresent());
        model.addAttribute("signedOut", signedOut.isPresent());
        model.addAttribute("password", PASSWORD_NOTICES.contains(password) ? password : "");
        model.addAttribute("passkeyRefused", passkey.equals("refused"));
        model.addAttribute("link", LINK_NOTICES.contains(link) ? link : "");
        model.addAttribute("typedAddress", typedAddress == null ? "" : typedAddress);
        model.addAttribute("typedName", typedName == null ? "" : typedName);
        model.addAttribute("hints", hints.stream().map(SignInHints::hints).flatMap(List::stream).toList());
        return "identity/sign-in";
    }

    /** What the link in the mail opens: it changes nothing until a person presses the button. */
    @GetMapping("/sign-in/link/{token:[A-Za-z0-9_-]{1,100}}")
    String link(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        return "identity/link";
    }

    /** A form without an address. */
    @PostMapping(LinkSignIn.ASK)
    String nothingTyped() {
        return "redirect:/sign-in?link=wrong#customers";
    }
}
