package io.mandate.acceptance.web;

import io.mandate.acceptance.Questions;
import io.mandate.relationship.Request;
import io.mandate.web.PageLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Finds out who opens which page: refuses links that are dead or not genuine. */
@Component
class Visits {

    private final Questions questions;

    Visits(Questions questions) {
        this.questions = questions;
    }

    /** A visit that only reads. */
    Visit of(String token, HttpServletRequest http) {
        return of(token, http, Map.of());
    }

    /** A visit with a form. */
    Visit of(String token, HttpServletRequest http, Map<String, String> submitted) {
        return visit(token, http, BrowserSecret.of(http), submitted);
    }

    /** A visit with a form, of a browser that has a secret from now on. */
    Visit withSecret(String token, HttpServletRequest http, HttpServletResponse response, Map<String, String> submitted) {
        Visit visit = of(token, http, submitted);
        return new Visit(token, visit.request(), BrowserSecret.ensure(http, response), visit.typed(), visit.language());
    }

    /** A visit of a browser that has a secret of its own from now on, which nobody can have given it. */
    Visit withNewSecret(String token, HttpServletRequest http, HttpServletResponse response, Map<String, String> submitted) {
        Visit visit = of(token, http, submitted);
        return new Visit(token, visit.request(), BrowserSecret.renew(http, response), visit.typed(), visit.language());
    }

    private Visit visit(String token, HttpServletRequest http, String browser, Map<String, String> submitted) {
        Request request = questions.request(token);
        PageLanguage.suggest(http, request.language());
        return new Visit(token, request, browser, new AnswerTyped(submitted), RequestContextUtils.getLocale(http));
    }
}
