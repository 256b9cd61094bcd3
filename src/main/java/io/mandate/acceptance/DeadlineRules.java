package io.mandate.acceptance;

import io.mandate.engine.DecisionTables;
import io.mandate.relationship.RequestKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The decision table {@code acceptance-deadlines}: how long a customer may take, and who is reminded when.
 */
@Component
class DeadlineRules {

    static final String TABLE = "acceptance-deadlines";

    private final DecisionTables tables;

    DeadlineRules(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * @param validityDays days of 24 hours until the link stops working
     * @param reminderDays business days after sending on which the customer is reminded
     * @param lastReminderDays days before the end of validity for the last reminder; 0 for none
     * @param nudgeDays days after which the partner hears of the silence
     */
    record Deadlines(int validityDays, List<Integer> reminderDays, int lastReminderDays, int nudgeDays) {}

    /** The deadlines that hold now for this kind of request in this cloud. */
    Deadlines of(String cloud, RequestKind kind) {
        Map<String, Object> answer = tables.ask(TABLE, Map.of("cloud", cloud, "kind", kind.id()));
        return new Deadlines(
                number(answer, "validity"), list((String) answer.get("reminderDays")),
                number(answer, "reminderBeforeExpiry"), number(answer, "nudgeAfter"));
    }

    private static int number(Map<String, Object> answer, String output) {
        return ((Number) answer.get(output)).intValue();
    }

    private static List<Integer> list(String days) {
        return Arrays.stream(days.split(",")).map(String::strip).filter(day -> !day.isEmpty()).map(Integer::valueOf).toList();
    }
}
