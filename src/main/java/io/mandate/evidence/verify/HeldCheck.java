package io.mandate.evidence.verify;

import io.mandate.evidence.verify.Finding.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Follows the entries of a relationship to what it must hold by them, and compares that with what the record says. */
final class HeldCheck {

    private static final Set<String> GIVEN = Set.of("PERMISSION_GRANTED", "PERMISSION_TAKEN_OVER");
    private static final Set<String> CHANGED = Set.of("TERM_SHORTENED", "TERM_EXTENDED");

    private HeldCheck() {}

    static List<Finding> of(StoredChain chain, List<Map<String, Object>> contents) {
        if (chain.held().isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, Object>> expected = expected(contents);
        Map<String, Map<String, Object>> held = chain.held().get();
        Set<String> services = new TreeSet<>(expected.keySet());
        services.addAll(held.keySet());
        List<Finding> findings = new ArrayList<>();
        for (String service : services) {
            if (!expected.containsKey(service)) {
                findings.add(finding(chain, "the record lets it hold " + service + ", the entries do not"));
            } else if (!held.containsKey(service)) {
                findings.add(finding(chain, "the entries let it hold " + service + ", the record does not"));
            } else if (!expected.get(service).equals(held.get(service))) {
                findings.add(finding(chain, "the record has other roles or another term for " + service + " than the entries"));
            }
        }
        return findings;
    }

    private static Map<String, Map<String, Object>> expected(List<Map<String, Object>> contents) {
        Map<String, Map<String, Object>> held = new TreeMap<>();
        for (Map<String, Object> content : contents) {
            String kind = String.valueOf(content.get("kind"));
            Map<String, Object> facts = WordsCheck.object(content.get("facts"));
            String service = String.valueOf(facts.get("service"));
            if (kind.equals("BEGUN_FROM_EARLIER_RECORDS") && facts.get("held") instanceof List<?> before) {
                before.forEach(one -> held.put(String.valueOf(WordsCheck.object(one).get("service")), WordsCheck.object(one)));
            } else if (GIVEN.contains(kind)) {
                held.put(service, facts);
            } else if (CHANGED.contains(kind) && held.containsKey(service)) {
                Map<String, Object> changed = new TreeMap<>(held.get(service));
                changed.put("until", facts.get("until"));
                held.put(service, changed);
            } else if (kind.startsWith("PERMISSION_")) {
                held.computeIfPresent(service, (name, now) -> now.get("since").equals(facts.get("since")) ? null : now);
            }
        }
        return held;
    }

    private static Finding finding(StoredChain chain, String detail) {
        return Finding.of(What.RECORD_CHANGED, chain.id(), 0, detail);
    }
}
