package io.mandate.web;

import io.mandate.identity.SignInHints;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: what Mandate is, and where to go. */
@Controller
class StartController {

    private final ObjectProvider<SignInHints> hints;

    StartController(ObjectProvider<SignInHints> hints) {
        this.hints = hints;
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute("hints", hints.orderedStream().flatMap(all -> all.hints().stream()).toList());
        model.addAttribute("places", hints.orderedStream().flatMap(all -> all.places().stream()).toList());
        return "start";
    }
}
