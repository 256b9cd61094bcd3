package io.mandate.relationship;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The reseller relationship of one partner and one customer; its id is the business key of every process about it.
 *
 * @param organisation the customer's name, as the newest request wrote it
 * @param inForceSince when the customer first accepted; after an end, when it accepted anew
 * @param dutySince since when the partner owes support; unaffected by what happens to permissions
 * @param dutyEndedAt when the duty was released or handed over, or else ended with the relationship; empty again once
 *     another partner's is handed over to it, or the customer accepts anew after an end
 * @param endedAt when the relationship ended; empty again once the customer accepts anew
 */
public record Relationship(
        UUID id,
        String partnerId,
        Customer customer,
        String organisation,
        RelationshipStatus status,
        UUID lastRequest,
        Instant changedAt,
        Optional<Instant> inForceSince,
        Optional<Instant> dutySince,
        Optional<Instant> dutyEndedAt,
        Optional<Instant> endedAt) {

    /** Who they are between whom it is. */
    public Sides sides() {
        return new Sides(partnerId, customer);
    }

    /** Whether the partner owes support now. */
    public boolean isOnDuty() {
        return status.isInForce() && dutySince.isPresent() && dutyEndedAt.isEmpty();
    }

    /** Whether it was in force, and is not any more. */
    public boolean isOver() {
        return endedAt.isPresent();
    }
}
