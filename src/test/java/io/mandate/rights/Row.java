package io.mandate.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pattern of the table with what everybody may do there; see the table for its language.
 *
 * @param methods empty for any
 */
record Row(String section, String text, Set<String> methods, List<String> segments, Map<Who, Answer> answers) {

    static final Comparator<Row> LESS_SPECIFIC_FIRST = Comparator.comparing(Row::ranks, Arrays::compare);

    private static final String REST = "**";

    /** What stands in a cell. */
    enum Answer {
        YES, OWN, NO
    }

    boolean matches(Operation operation) {
        return (methods.isEmpty() || methods.contains(operation.method())) && matches(operation.plain());
    }

    /** The variable that is bound to a value, which makes it a row for that value alone. */
    boolean isBound() {
        return segments.stream().anyMatch(Row::isBound);
    }

    /** The operation called with the values that variables are bound to. */
    Operation bind(Operation operation) {
        List<String> bound = new ArrayList<>(operation.segments());
        for (int i = 0; i < segments.size(); i++) {
            if (isBound(segments.get(i))) {
                bound.set(i, segments.get(i).replaceAll(".*=|}", ""));
            }
        }
        return new Operation(operation.method(), bound, operation.handler());
    }

    private boolean matches(List<String> path) {
        if (segments.equals(List.of(REST))) {
            return path.equals(segments); // all that there is otherwise is no pattern for a page of its own
        }
        boolean open = !segments.isEmpty() && segments.get(segments.size() - 1).equals(REST);
        int fixed = segments.size() - (open ? 1 : 0);
        if (open ? path.size() < fixed : path.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!matches(segments.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String pattern, String segment) {
        if (pattern.startsWith("{")) {
            return segment.startsWith("{") && Operation.suffix(pattern).equals(Operation.suffix(segment));
        }
        return pattern.equals(segment)
                || pattern.contains("*") && !segment.equals(REST)
                        && segment.matches(pattern.replace(".", "\\.").replace("*", ".*"));
    }

    private int[] ranks() {
        List<Integer> ranks = new ArrayList<>(segments.stream().map(Row::rank).toList());
        if (segments.isEmpty() || !segments.get(segments.size() - 1).equals(REST)) {
            ranks.add(Integer.MAX_VALUE);
        }
        ranks.add(methods.isEmpty() ? 0 : 1);
        return ranks.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int rank(String segment) {
        return segment.equals(REST) ? 0 : segment.equals("*") ? 1 : segment.startsWith("{") ? 2 : segment.contains("*") ? 3 : 4;
    }

    private static boolean isBound(String segment) {
        return segment.startsWith("{") && segment.contains("=");
    }

    @Override
    public String toString() {
        return text;
    }
}
