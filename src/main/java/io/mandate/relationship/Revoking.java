package io.mandate.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
        return lost(released(shown, reason), reason, actor, note, Optional.empty(), clock.instant());
    }

    /**
     * Notes that the terms of permissions are over: each is lost when its term ended, whenever that is noted. Throws as
     * {@link #revoke}.
     *
     * @return one revocation for each relationship and end
     */
    public List<Revocation> termEnded(List<Permission> held) {
        released(held, RevocationReason.TERM_ENDED);
        return lapsed(held);
    }

    /** Keeps what another partner held before a request took it over. */
    Revocation takenOver(List<Permission> held, UUID by, String note) {
        return lost(inOrder(held), RevocationReason.REASSIGNED, "", note, Optional.of(by), clock.instant());
    }

    /** As {@link #termEnded}, of permissions that others have just taken. */
    List<Revocation> lapsed(List<Permission> held) {
        return byEnd(held).stream().map(ended -> lost(
                inOrder(ended), RevocationReason.TERM_ENDED, "", "", Optional.empty(), ended.get(0).endsAt())).toList();
    }

    /** What ended together, of one relationship each. */
    private static Collection<List<Permission>> byEnd(List<Permission> held) {
        return held.stream().sorted(Comparator.comparing(Permission::relationshipId).thenComparing(Permission::endsAt))
                .collect(Collectors.groupingBy(
                        one -> List.of(one.relationshipId(), one.endsAt()), LinkedHashMap::new, Collectors.toList())).values();
    }

    private List<Permission> released(List<Permission> shown, RevocationReason reason) {
        List<Permission> inOrder = inOrder(shown);
        for (Permission permission : inOrder) {
            if (!permissions.release(permission, reason == RevocationReason.TERM_ENDED)) {
                throw new PermissionChangedException(permission.service());
            }
        }
        return inOrder;
    }

    private Revocation lost(
            List<Permission> held, RevocationReason reason, String actor, String note, Optional<UUID> takenBy, Instant at) {
        UUID relationship = held.get(0).relationshipId();
        Revocation revocation = new Revocation(UUID.randomUUID(), relationship, reason, actor, note, at, takenBy,
                held.stream().map(LostPermission::of).toList(), Optional.empty());
        // First: the rows that follow refer to it, and two who hold it by that could not both lock it.
        relationships.lock(relationship);
        revocations.add(revocation);
        relationships.lost(relationship, clock.instant());
        held.forEach(permission -> timeline.add(relationship, permission.requestId(), at, reason.event(), actor,
                permission.service(), Facts.of(permission), Facts.note(note)));
        return revocation;
    }

    private static List<Permission> inOrder(List<Permission> held) {
        return held.stream().sorted(Comparator.comparing(Permission::service)).toList();
    }
}
