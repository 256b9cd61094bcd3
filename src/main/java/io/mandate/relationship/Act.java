package io.mandate.relationship;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was done, or that the clock brought about, and is to be provable.
 *
 * @param chain the relationship, or the customer where it concerns the customer alone
 * @param about the request whose persons it names, or the customer: with that, they are erased
 * @param kind name of a {@link TimelineEvent}, or of something that no history tells
 * @param actor name of the person who did it, empty where none is to be named
 * @param proof how that person proved who they are, where they are not signed in
 * @param facts what was done, without any person, and without the name of another partner: texts, whole numbers, yes or no,
 *     and lists or maps of these
 * @param persons what may name a person, by what it is
 * @param shown the words that the person saw, empty for none
 */
public record Act(UUID chain, UUID about, Instant at, String kind, String actor, Optional<Consent.Proof> proof,
        Map<String, Object> facts, Map<String, String> persons, String shown) {

    public Act {
        facts = Map.copyOf(facts);
        persons = Map.copyOf(persons);
    }

    /** An act that shows nobody anything. */
    public Act(UUID chain, UUID about, Instant at, String kind, String actor, Map<String, Object> facts,
            Map<String, String> persons) {
        this(chain, about, at, kind, actor, Optional.empty(), facts, persons, "");
    }
}
