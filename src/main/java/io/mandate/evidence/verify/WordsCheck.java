package io.mandate.evidence.verify;

import io.mandate.evidence.Canonical;
import io.mandate.evidence.Part;
import io.mandate.evidence.verify.Finding.What;
import io.mandate.evidence.verify.StoredChain.StoredEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks at what entries of one chain say of persons: it is what their digests were taken of, or was erased. */
final class WordsCheck {

    private static final String ERASED = "PERSONS_ERASED";

    private final UUID chain;
    private final Map<String, String> erased = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int erasedEntries;

    private WordsCheck(UUID chain) {
        this.chain = chain;
    }

    /** @param erased how many entries are without persons, as they are to be */
    record Outcome(List<Finding> findings, int erased) {}

    static Outcome of(StoredChain stored, List<Map<String, Object>> contents) {
        WordsCheck check = new WordsCheck(stored.id());
        contents.stream().filter(one -> ERASED.equals(one.get("kind"))).forEach(check::noteErasure);
        stored.entries().forEach(check::entry);
        return new Outcome(check.findings, check.erasedEntries);
    }

    private void noteErasure(Map<String, Object> content) {
        if (content.get("facts") instanceof Map<?, ?> facts && facts.get("of") instanceof List<?> about) {
            about.forEach(one -> erased.put(String.valueOf(one), String.valueOf(content.get("at"))));
        }
    }

    private void entry(StoredEntry stored) {
        Map<String, Object> content;
        try {
            content = stored.entry().content();
        } catch (IllegalArgumentException damaged) {
            return;
        }
        Map<String, Object> digests = object(content.get("digests"));
        if (!digests.isEmpty() && stored.parts().isEmpty()) {
            gone(stored, content);
            return;
        }
        digests.forEach((name, digest) -> part(stored, name, digest));
        stored.parts().keySet().stream().filter(name -> !digests.containsKey(name))
                .forEach(name -> add(What.WORDS_CHANGED, stored, "there are words (" + name + ") that it does not have"));
        if (!stored.consent().isEmpty()) {
            consent(stored, content);
        }
    }

    private void gone(StoredEntry stored, Map<String, Object> content) {
        if (erased.containsKey(String.valueOf(content.get("about")))) {
            erasedEntries++;
        } else {
            add(What.WORDS_LOST, stored, "what it says of persons is gone, and was not erased");
        }
    }

    private void part(StoredEntry stored, String name, Object digest) {
        Part part = stored.parts().get(name);
        if (part == null) {
            add(What.WORDS_LOST, stored, "words (" + name + ") are gone");
        } else if (!part.digest().equals(digest)) {
            add(What.WORDS_CHANGED, stored, name.equals(Part.SHOWN) ? "the words that were shown are others"
                    : "words (" + name + ") are others");
        }
    }

    /** The consent in the record is what the entry says. */
    private void consent(StoredEntry stored, Map<String, Object> content) {
        Map<String, Object> facts = object(content.get("facts"));
        Map<String, Object> said = new HashMap<>();
        List.of("approved", "agreement", "language", "chosen").forEach(name -> said.put(name, facts.get(name)));
        said.put("at", content.get("at"));
        Part person = stored.parts().get(Part.PERSON);
        if (person != null && person.digest().equals(object(content.get("digests")).get(Part.PERSON))) {
            Map<String, Object> known = Canonical.read(person.value());
            said.put("name", known.get("name"));
            said.put("address", known.get("address"));
        }
        stored.consent().forEach((name, value) -> {
            if (said.containsKey(name) && !sameChoice(said.get(name), value)) {
                add(What.RECORD_CHANGED, stored, "the record has another consent (" + name + ")");
            }
        });
    }

    /** The record says by name who held something, an entry does not. */
    private static boolean sameChoice(Object entry, Object record) {
        if (!(entry instanceof List<?> chosen)) {
            return String.valueOf(entry).equals(String.valueOf(record));
        }
        return record instanceof List<?> other && chosen.stream().map(WordsCheck::permission).toList().equals(other);
    }

    private static Map<String, Object> permission(Object choice) {
        Map<String, Object> permission = new HashMap<>(object(choice));
        permission.remove("heldBy");
        return permission;
    }

    private void add(What what, StoredEntry stored, String detail) {
        findings.add(Finding.of(what, chain, stored.entry().seq(), detail));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
