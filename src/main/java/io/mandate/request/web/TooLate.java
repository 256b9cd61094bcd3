package io.mandate.request.web;

import io.mandate.relationship.IllegalTransitionException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What comes too late, or from a page gone back to, leads to the request as it stands now, with a word about it. */
@ControllerAdvice(annotations = AboutRequest.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLate {

    @ExceptionHandler
    String changedMeanwhile(IllegalTransitionException late, HttpServletRequest http, RedirectAttributes next) {
        Notices.refused(next, "late");
        return request(http);
    }

    @ExceptionHandler
    String busy(ConcurrencyFailureException busy, HttpServletRequest http, RedirectAttributes next) {
        Notices.refused(next, "busy");
        return request(http);
    }

    private static String request(HttpServletRequest http) {
        Map<?, ?> path = (Map<?, ?>) http.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return "redirect:/requests/" + path.get("id");
    }
}
