package io.mandate.renegotiation.web;

import io.mandate.relationship.RenegotiationKind;
import io.mandate.renegotiation.Proposal;
import io.mandate.web.Typed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person submitted on the page of a duty. */
record Submitted(Typed typed) {

    private static final List<String> FIELDS =
            List.of("kind", "lastDay", "partner", "note", "partnerNote", "reason", "refusal");

    /** Nothing yet. */
    static final Submitted NOTHING = new Submitted(new Typed(Map.of()));

    /** {@code propose}, {@code takeBack}, {@code confirm}, {@code decline}, {@code accept} or {@code refuse}. */
    String act() {
        return typed.line("act");
    }

    /** Id of what the page showed; empty for none. */
    String shown() {
        return typed.line("shown");
    }

    Proposal proposal() {
        return new Proposal(kind(), typed.day("lastDay"), partner(), text("note"), text("partnerNote"));
    }

    Optional<String> partner() {
        return Optional.of(typed.line("partner"));
    }

    /** What they wrote, in several lines. */
    String text(String field) {
        return typed.lines(field);
    }

    /** Everything as it was typed, for the page that comes back. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        FIELDS.forEach(field -> fields.put(field, typed.raw(field)));
        return fields;
    }

    private Optional<RenegotiationKind> kind() {
        return Arrays.stream(RenegotiationKind.values()).filter(one -> one.id().equals(typed.line("kind"))).findFirst();
    }
}
