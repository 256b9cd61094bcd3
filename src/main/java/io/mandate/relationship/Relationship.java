package io.mandate.relationship;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The reseller relationship of one partner and one customer; its id is the business key of every process about it.
 *
 * @param organisation the customer's name, as the newest request wrote it
 * @param inForceSince when the customer first accepted
 * @param dutySince since when the partner owes support; unaffected by what happens to permissions
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
        Optional<Instant> dutySince) {}
