package io.mandate.evidence;

import io.mandate.relationship.Act;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An act and who did it, on the way to become an entry. */
record Acted(Act act, Actor by) {

    /** What is said of persons, by part. */
    Map<String, Part> parts() {
        Map<String, Part> parts = new TreeMap<>();
        Map<String, Object> person = new LinkedHashMap<>(act.persons());
        if (!act.actor().isEmpty()) {
            person.put("name", act.actor());
        }
        if (!person.isEmpty()) {
            parts.put(Part.PERSON, Part.of(Canonical.json(person)));
        }
        if (!act.actor().isEmpty() && !by.account().isEmpty()) {
            parts.put(Part.ACCOUNT, Part.of(Canonical.json(Map.of("account", by.account()))));
        }
        if (!act.shown().isEmpty()) {
            parts.put(Part.SHOWN, Part.of(act.shown()));
        }
        return parts;
    }

    /** All but the place in the chain. */
    Map<String, Object> content(Map<String, Part> parts, Optional<String> partner, boolean provider) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", act.kind());
        content.put("at", Entry.moment(act.at()));
        content.put("about", act.about().toString());
        content.put("by", by.asSeenBy(partner, provider));
        content.put("facts", act.facts());
        if (!parts.isEmpty()) {
            Map<String, Object> digests = new LinkedHashMap<>();
            parts.forEach((name, part) -> digests.put(name, part.digest()));
            content.put("digests", digests);
        }
        return content;
    }

    /** What of the parts is stored beside the entry: the words that were shown stand in the consent. */
    static String stored(Map<String, Part> parts) {
        Map<String, Object> stored = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            Part kept = name.equals(Part.SHOWN) ? part.withoutValue() : part;
            stored.put(name, Map.of("salt", kept.salt(), "value", kept.value()));
        });
        return Canonical.json(stored);
    }
}
