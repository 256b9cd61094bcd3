package io.mandate.acceptance.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a person typed into the forms of a page, as it came, without the control characters that no field takes. */
final class Typed {

    static final Typed NOTHING = new Typed(Map.of());

    private static final Set<String> NOT_OF_THE_ANSWER = Set.of("_csrf", "lang", "address", "code");

    private final Map<String, String> values;

    Typed(Map<String, String> submitted) {
        this.values = submitted;
    }

    /** Whether any form was sent. */
    boolean isSubmitted() {
        return !values.isEmpty();
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    boolean ticked(String field) {
        return "true".equals(values.get(field));
    }

    /** Empty where nothing was typed; a line break is one character. */
    String text(String field) {
        return values.getOrDefault(field, "").replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /** Zero where it is no number, which no field allows. */
    int number(String field) {
        String digits = text(field).strip();
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
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
        Map<String, String> answer = new LinkedHashMap<>(values);
        answer.keySet().removeAll(NOT_OF_THE_ANSWER);
        return answer;
    }
}
