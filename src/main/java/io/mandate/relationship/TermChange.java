package io.mandate.relationship;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of the term of one permission, while it was held.
 *
 * @param requestId the request by which it is held
 * @param before when it would have ended
 * @param after when it ends instead
 * @param actor who did it, empty for Mandate itself
 * @param note what they wrote to both sides, empty for nothing
 */
public record TermChange(
        UUID id, UUID relationshipId, UUID customerId, String service, UUID requestId, TermChangeReason reason,
        Instant before, Instant after, String actor, String note, Instant changedAt) {

    /** Longest note, in characters. */
    public static final int MAX_NOTE = 1000;

    /** Whether this is the permission whose term changed, still with the end that the change gave it. */
    public boolean isAsLeft(Permission held) {
        return held.relationshipId().equals(relationshipId) && held.requestId().equals(requestId) && held.endsAt().equals(after);
    }
}
