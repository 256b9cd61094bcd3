package io.mandate.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The loss of one or more permissions of one relationship, at one instant, for one reason.
 *
 * @param actor who did it, empty for Mandate itself
 * @param note what they wrote to both sides, empty for nothing
 * @param takenBy the request that took the permissions over, where one did
 * @param lost at least one, in the order of services
 * @param erasedAt since when it is without persons, see {@link Erased}
 */
public record Revocation(
        UUID id, UUID relationshipId, RevocationReason reason, String actor, String note, Instant revokedAt,
        Optional<UUID> takenBy, List<LostPermission> lost, Optional<Instant> erasedAt) {

    /** Longest note, in characters. */
    public static final int MAX_NOTE = 1000;

    public Revocation {
        lost = List.copyOf(lost);
    }

    /** The ids of the services concerned. */
    public List<String> services() {
        return lost.stream().map(LostPermission::service).toList();
    }
}
