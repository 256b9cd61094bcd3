package io.mandate.acceptance.web;

import io.mandate.relationship.Request;
import java.util.Locale;

/**
 * A person in front of the page of a live link.
 *
 * @param browser the browser's secret, empty where it has none
 * @param language that of the page
 */
record Visit(String token, Request request, String browser, AnswerTyped typed, Locale language) {

    /** The visit with what was typed as answer only: the step before is done. */
    Visit withoutProof() {
        return new Visit(token, request, browser, new AnswerTyped(typed.answer()), language);
    }
}
