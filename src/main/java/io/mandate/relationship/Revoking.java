package io.mandate.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes permissions away: they stop counting with the caller's transaction, and what was held is kept. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Revoking {

    private final Clock clock;
    private final Permissions permissions;
    private final Relationships relationships;
    private final Revocations revocations;
    private final Timeline timeline;

    Revoking(Clock clock, Permissions permissions, Relationships relationships, Revocations revocations, Timeline timeline) {
        this.clock = clock;
        this.permissions = permissions;
        this.relationships = relationships;
        this.revocations = revocations;
        this.timeline = timeline;
    }

    /**
     * Ends permissions of one relationship, each only if it is still held exactly as it was shown.
     *
     * @param shown at least one, all of the same relationship
     * @param actor who does it, empty for Mandate itself
     * @param note what they write to both sides, empty for nothing
     * @throws PermissionChangedException where one changed meanwhile: the caller's transaction must not be committed
     */
    public Revocation revoke(List<Permission> shown, RevocationReason reason, String actor, String note) {
        List<Permission> inOrder = inOrder(shown);
        for (Permission permission : inOrder) {
            if (!permissions.release(permission)) {
                throw new PermissionChangedException(permission.service());
            }
        }
        return lost(inOrder, reason, actor, note, Optional.empty());
    }

    /** Keeps what another partner held before a request took it over. */
    Revocation takenOver(List<Permission> held, UUID by, String note) {
        return lost(inOrder(held), RevocationReason.REASSIGNED, "", note, Optional.of(by));
    }

    /** Keeps what was held until its term was over, before another takes it: as lost when it ended, whenever it is taken. */
    void lapsed(List<Permission> held) {
        inOrder(held).forEach(one -> lost(
                List.of(one), RevocationReason.TERM_ENDED, "", "", Optional.empty(), one.endsAt()));
    }

    private Revocation lost(
            List<Permission> held, RevocationReason reason, String actor, String note, Optional<UUID> takenBy) {
        return lost(held, reason, actor, note, takenBy, clock.instant());
    }

    private Revocation lost(
            List<Permission> held, RevocationReason reason, String actor, String note, Optional<UUID> takenBy, Instant at) {
        UUID relationship = held.get(0).relationshipId();
        Revocation revocation = new Revocation(UUID.randomUUID(), relationship, reason, actor, note, at, takenBy,
                held.stream().map(LostPermission::of).toList(), Optional.empty());
        revocations.add(revocation);
        relationships.lost(relationship, clock.instant());
        held.forEach(permission -> timeline.add(
                relationship, permission.requestId(), at, reason.event(), actor, permission.service()));
        return revocation;
    }

    private static List<Permission> inOrder(List<Permission> held) {
        return held.stream().sorted(Comparator.comparing(Permission::service)).toList();
    }
}
