package io.mandate.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry as it can be read now.
 *
 * @param content the body, read
 * @param parts what it says of persons; empty where that was erased, or nothing was said
 */
public record Written(Entry entry, Map<String, Object> content, Map<String, Part> parts) {

    /** What happened: name of a {@code TimelineEvent}, or of what no history tells. */
    public String kind() {
        return String.valueOf(content.get("kind"));
    }

    public Instant at() {
        return Instant.parse(String.valueOf(content.get("at")));
    }

    /** The request, relationship or customer that it is about. */
    public UUID about() {
        return UUID.fromString(String.valueOf(content.get("about")));
    }

    /** Of which side the person was who did it. */
    public String side() {
        return by("side");
    }

    /** How they proved who they are. */
    public String proof() {
        return by("proof");
    }

    private String by(String name) {
        return content.get("by") instanceof Map<?, ?> by ? String.valueOf(by.get(name)) : "";
    }

    /** What was done. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> facts() {
        return content.get("facts") instanceof Map<?, ?> facts ? (Map<String, Object>) facts : Map.of();
    }

    /** Whether what it said of persons is gone. */
    public boolean isErased() {
        return content.containsKey("digests") && parts.isEmpty();
    }

    /** One of the words about persons, such as the name; empty where there is none, or none any more. */
    public Optional<String> person(String word) {
        return Optional.ofNullable(parts.get(Part.PERSON)).map(part -> Canonical.read(part.value()).get(word)).map(String::valueOf);
    }

    /** The words that were shown, or empty. */
    public Optional<String> shown() {
        return Optional.ofNullable(parts.get(Part.SHOWN)).map(Part::value).filter(words -> !words.isEmpty());
    }
}
