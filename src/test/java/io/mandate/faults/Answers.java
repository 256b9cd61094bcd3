package io.mandate.faults;

import java.util.Map;
import java.util.TreeMap;

/** How often everybody together was answered what. */
final class Answers {

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    synchronized void add(String what, String answer, long millis) {
        counts.computeIfAbsent(what, any -> new TreeMap<>()).merge("longest, ms", (int) millis, Math::max);
        counts.computeIfAbsent(what, any -> new TreeMap<>()).merge(answer, 1, Integer::sum);
    }

    synchronized Map<String, Map<String, Integer>> all() {
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        counts.forEach((what, of) -> copy.put(what, new TreeMap<>(of)));
        return copy;
    }
}
