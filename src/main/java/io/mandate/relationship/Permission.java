package io.mandate.relationship;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Delegated administration of one service of one customer, as it is held.
 *
 * @param holder id of the partner that holds it
 * @param endsAt it counts until just before this instant
 */
public record Permission(
        UUID customerId, String service, String holder, UUID relationshipId, UUID requestId, List<String> roles,
        Instant grantedAt, Instant endsAt) {

    /** Whether it still counts at this instant. */
    public boolean countsAt(Instant now) {
        return now.isBefore(endsAt);
    }

    /** What tells it from another permission for the same service, and from itself with another end: for forms to bring back. */
    public String mark() {
        return requestId + " " + endsAt;
    }
}
