package io.mandate.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far the questions of one request are answered (AuthZEN 1.0, section 7.1.2.1). */
public enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    static Semantic of(JsonNode options) {
        JsonNode wanted = options.path("evaluations_semantic");
        if (wanted.isMissingNode() || wanted.isNull()) {
            return EXECUTE_ALL;
        }
        return Arrays.stream(values()).filter(semantic -> semantic.value().equals(wanted.textValue())).findFirst()
                .orElseThrow(() -> new MalformedEvaluationException("\"options.evaluations_semantic\" is none of "
                        + Arrays.stream(values()).map(Semantic::value).collect(Collectors.joining(", ")) + "."));
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this decision is the last one given. */
    boolean endsWith(Decision decision) {
        return switch (this) {
            case EXECUTE_ALL -> false;
            case DENY_ON_FIRST_DENY -> !decision.decision();
            case PERMIT_ON_FIRST_PERMIT -> decision.decision();
        };
    }
}
