package io.mandate.relationship;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice to both sides that the term of a permission is about to end.
 *
 * @param days so many days before the end; 0 on the day itself
 * @param extendedTo when it will end instead, as it is to be extended; empty where it ends
 */
public record TermNotice(
        UUID id, UUID relationshipId, UUID customerId, String service, UUID requestId, Instant endsAt, int days,
        Optional<Instant> extendedTo, Instant noticedAt) {

    /** Whether it is about this permission with this end. */
    public boolean isOf(Permission held) {
        return held.requestId().equals(requestId) && held.endsAt().equals(endsAt);
    }
}
