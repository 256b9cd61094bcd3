package io.mandate.renegotiation.web;

import io.mandate.relationship.RenegotiationKind;
import io.mandate.renegotiation.Proposal;
import io.mandate.web.Typing;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person submitted on the page of a duty. */
record Submitted(Map<String, String> typed) {

    private static final List<String> FIELDS =
            List.of("kind", "lastDay", "partner", "note", "partnerNote", "reason", "refusal");

    /** Nothing yet. */
    static final Submitted NOTHING = new Submitted(Map.of());

    /** {@code propose}, {@code takeBack}, {@code confirm}, {@code decline}, {@code accept} or {@code refuse}. */
    String act() {
        return line("act");
    }

    /** Id of what the page showed; empty for none. */
    String shown() {
        return line("shown");
    }

    Proposal proposal() {
        return new Proposal(kind(), day(), partner(), text("note"), text("partnerNote"));
    }

    Optional<String> partner() {
        return Optional.of(line("partner"));
    }

    /** What they wrote, in several lines. */
    String text(String field) {
        return Typing.lines(typed.getOrDefault(field, ""));
    }

    /** Everything as it was typed, for the page that comes back. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        FIELDS.forEach(field -> fields.put(field, typed.getOrDefault(field, "")));
        return fields;
    }

    private Optional<RenegotiationKind> kind() {
        return Arrays.stream(RenegotiationKind.values()).filter(one -> one.id().equals(line("kind"))).findFirst();
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(line("lastDay")));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private String line(String field) {
        return Typing.line(typed.getOrDefault(field, ""));
    }
}
