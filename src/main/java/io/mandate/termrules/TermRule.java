package io.mandate.termrules;

import java.util.List;

/**
 * What the decision table says of a permission's term.
 *
 * @param noticeDays so many days before the end both sides are told; 0 on the day itself
 * @param extendable whether the customer may let it be extended until they stop that
 * @param extensionDays by so many days of 24 hours
 */
public record TermRule(List<Integer> noticeDays, boolean extendable, int extensionDays) {

    public TermRule {
        noticeDays = List.copyOf(noticeDays);
        if (noticeDays.stream().anyMatch(days -> days < 0) || extendable && extensionDays < 1) {
            throw new IllegalArgumentException("Days of notice are 0 or more, and days of an extension 1 or more");
        }
    }

    /** So many days before the end a permission is extended: at the last notice before the day itself, else one. */
    public int extendedDaysBefore() {
        return noticeDays.stream().filter(days -> days > 0).min(Integer::compare).orElse(1);
    }
}
