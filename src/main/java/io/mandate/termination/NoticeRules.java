package io.mandate.termination;

import io.mandate.engine.DecisionTables;
import io.mandate.relationship.Side;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision table {@code termination-notice}: how long the other side has, and when it is reminded. */
@Component
class NoticeRules {

    static final String TABLE = "termination-notice";

    private final DecisionTables tables;

    NoticeRules(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * @param notice until the relationship ends without anybody's doing
     * @param reminder before that, for the reminder; zero for none
     * @param putOff by how much the end is put off where something is open
     */
    record Notice(Duration notice, Duration reminder, Duration putOff) {}

    /** What holds now for an end in this cloud that this side asks for. */
    Notice of(String cloud, Side askedBy) {
        Map<String, Object> answer = tables.ask(TABLE, Map.of("cloud", cloud, "askedBy", askedBy.id()));
        return new Notice(days(answer, "notice"), days(answer, "reminderBefore"), days(answer, "putOff"));
    }

    private static Duration days(Map<String, Object> answer, String output) {
        return Duration.ofDays(((Number) answer.get(output)).longValue());
    }
}
