package io.mandate.renegotiation;

import io.mandate.engine.DecisionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision table {@code renegotiation-deadlines}: how long whoever is asked has to answer, and when they are reminded. */
@Component
class Deadlines {

    static final String TABLE = "renegotiation-deadlines";

    private final DecisionTables tables;

    Deadlines(DecisionTables tables) {
        this.tables = tables;
    }

    /** Whose answer is awaited. */
    enum Awaited {
        CONFIRMATION("confirmation"),
        ACCEPTANCE("acceptance");

        private final String id;

        Awaited(String id) {
            this.id = id;
        }
    }

    /** Until when whoever is asked now may answer: the time the table gives, but no longer than until the duty is to change. */
    Instant answerUntil(String cloud, Awaited awaited, Instant now, Instant takesEffectAt) {
        Instant allowed = now.plus(days(cloud, awaited, "answerWithin"));
        return allowed.isBefore(takesEffectAt) ? allowed : takesEffectAt;
    }

    /** How long before that they are reminded; zero for never. */
    Duration reminder(String cloud, Awaited awaited) {
        return days(cloud, awaited, "reminderBefore");
    }

    private Duration days(String cloud, Awaited awaited, String output) {
        Map<String, Object> answer = tables.ask(TABLE, Map.of("cloud", cloud, "answer", awaited.id));
        return Duration.ofDays(((Number) answer.get(output)).longValue());
    }
}
