package io.mandate.acceptance.web;

import io.mandate.web.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a person typed into the forms of a page behind a link. */
record AnswerTyped(Typed typed) {

    static final AnswerTyped NOTHING = new AnswerTyped(Map.of());

    private static final Set<String> NOT_OF_THE_ANSWER = Set.of("_csrf", "lang", "address", "code", "credential", "passkey_name");

    AnswerTyped(Map<String, String> submitted) {
        this(new Typed(submitted));
    }

    /** Whether any form was sent. */
    boolean isSubmitted() {
        return !typed.values().isEmpty();
    }

    boolean has(String field) {
        return typed.values().containsKey(field);
    }

    boolean ticked(String field) {
        return typed.ticked(field);
    }

    /** Empty where nothing was typed; a line break is one character. */
    String text(String field) {
        return typed.text(field);
    }

    /** Zero where it is no whole number, which no field allows. */
    int number(String field) {
        return typed.number(field);
    }

    /** Whether the form for yes or for no was sent, or its values carried along. */
    boolean hasAnswer() {
        return has("agreementVersion") || has("decline_name");
    }

    /** What was typed as answer, for a page that has to ask for a code first. */
    Map<String, String> answer() {
        if (!hasAnswer()) {
            return Map.of();
        }
        Map<String, String> answer = new LinkedHashMap<>(typed.values());
        answer.keySet().removeAll(NOT_OF_THE_ANSWER);
        return answer;
    }
}
