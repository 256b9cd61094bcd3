package io.mandate.acceptance.web;

import io.mandate.acceptance.DeadLinkException;
import io.mandate.acceptance.DeadLinkException.Reason;
import io.mandate.acceptance.ForgedLinkException;
import io.mandate.acceptance.Questions;
import io.mandate.web.PageLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a link says that leads to no question: why, and how to get a new one, without any name. */
@ControllerAdvice(basePackageClasses = DeadLinks.class)
class DeadLinks {

    /** Seconds. */
    private static final int SOON = 5;

    private final Questions questions;

    DeadLinks(Questions questions) {
        this.questions = questions;
    }

    /** A form leads to the page that says so, which can be read in every language. */
    @ExceptionHandler
    ModelAndView dead(DeadLinkException dead, HttpServletRequest http) {
        boolean form = HttpMethod.POST.matches(http.getMethod());
        if (dead.reason() == Reason.ANSWERED && questions.given(token(http), BrowserSecret.of(http)).isPresent()) {
            return new ModelAndView(ApprovalController.DONE + (form ? "?again" : ""));
        }
        if (form) {
            return new ModelAndView(ProofController.OPEN);
        }
        PageLanguage.suggest(http, dead.language());
        ModelAndView page = new ModelAndView("answer/dead", Map.of("reason", dead.reason().name()), HttpStatus.GONE);
        if (dead.reason() == Reason.NOT_YET) {
            // A quick reader is here before the mail server's answer is recorded.
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            page.addObject("again", SOON);
        }
        return page;
    }

    @ExceptionHandler
    ModelAndView forged(ForgedLinkException forged) {
        return new ModelAndView("answer/dead", Map.of("reason", "FORGED"), HttpStatus.NOT_FOUND);
    }

    @SuppressWarnings("unchecked")
    private static String token(HttpServletRequest http) {
        return ((Map<String, String>) http.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)).get("token");
    }
}
