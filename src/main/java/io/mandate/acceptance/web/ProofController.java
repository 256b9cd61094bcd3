package io.mandate.acceptance.web;

import io.mandate.acceptance.Proving;
import io.mandate.identity.provider.OfferedProviders;
import io.mandate.relationship.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The page behind a link, and the proof that its reader belongs to the customer. Opening it changes nothing. */
@Controller
@RequestMapping("/answer/{token}")
class ProofController {

    static final String OPEN = "redirect:/answer/{token}";

    private final Visits visits;
    private final AnswerPage page;
    private final Proving proving;
    private final OfferedProviders providers;

    ProofController(Visits visits, AnswerPage page, Proving proving, OfferedProviders providers) {
        this.visits = visits;
        this.page = page;
        this.proving = proving;
        this.providers = providers;
    }

    @GetMapping
    String open(@PathVariable String token, @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String refused, HttpServletRequest http, Model model) {
        providers.refusal(with, refused).ifPresent(refusal -> model.addAttribute("signInRefusal", refusal));
        return page.show(visits.of(token, http), model);
    }

    /** The addresses to which forms are sent lead a reader who opens them back to the page. */
    @GetMapping({"/code", "/proof", "/passkey", "/approve", "/decline", "/again"})
    String openForm() {
        return OPEN;
    }

    @PostMapping("/code")
    String sendCode(@PathVariable String token, @RequestParam Map<String, String> submitted, HttpServletRequest http,
            HttpServletResponse response, Model model) {
        Visit visit = visits.withSecret(token, http, response, submitted);
        try {
            proving.sendCode(token, visit.browser(), visit.typed().text("address"), visit.language());
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.show(visit, AnswerForms.APPROVAL, refused.problems(), model);
        }
        return next(visit, "", model);
    }

    @PostMapping("/proof")
    String enterCode(@PathVariable String token, @RequestParam Map<String, String> submitted, HttpServletRequest http,
            HttpServletResponse response, Model model) {
        Visit visit = visits.of(token, http, submitted);
        try {
            proving.enter(token, visit.browser(), visit.typed().text("code"));
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.show(visit, AnswerForms.APPROVAL, refused.problems(), model);
        }
        return next(visit, "#decide", model);
    }

    /** The page in another language, with everything typed into the form that was sent. */
    @PostMapping(path = {"/code", "/proof", "/passkey", "/approve", "/decline"}, params = "lang")
    String inLanguage(@PathVariable String token, @RequestParam String lang, @RequestParam Map<String, String> submitted,
            HttpServletRequest http, HttpServletResponse response, Model model) {
        RequestContextUtils.getLocaleResolver(http).setLocale(http, response, Locale.forLanguageTag(lang));
        String form = http.getRequestURI().endsWith("/decline") ? AnswerForms.REFUSAL : AnswerForms.APPROVAL;
        return page.show(visits.of(token, http, submitted), form, List.of(), model);
    }

    /** The page with everything typed, where a form came without the token that every form of ours has. */
    @PostMapping("/again")
    String again(@PathVariable String token, @RequestParam Map<String, String> submitted, HttpServletRequest http,
            HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("notice", "answer.notice.again");
        return page.show(visits.of(token, http, submitted), model);
    }

    /** An answer that was typed before a code was asked for must survive: only then the page is no redirect. */
    private String next(Visit visit, String part, Model model) {
        return visit.typed().hasAnswer() ? page.show(visit.withoutProof(), model) : OPEN + part;
    }
}
