package io.mandate.revocation;

import io.mandate.provisioning.Notices;
import io.mandate.provisioning.Provisioning;
import io.mandate.provisioning.ServiceNotice;
import io.mandate.provisioning.ServiceQuestion;
import io.mandate.relationship.CheckResult;
import io.mandate.relationship.LostPermission;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Sides;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that nothing is left of a lost permission at the service itself. */
@Service
@Transactional
public class Clearing {

    private final Clock clock;
    private final Revocations revocations;
    private final Permissions permissions;
    private final RelationshipSides sides;
    private final Provisioning provisioning;
    private final Notices notices;

    Clearing(Clock clock, Revocations revocations, Permissions permissions, RelationshipSides sides,
            Provisioning provisioning, Notices notices) {
        this.clock = clock;
        this.revocations = revocations;
        this.permissions = permissions;
        this.sides = sides;
        this.provisioning = provisioning;
        this.notices = notices;
    }

    /** Whether any of the services concerned can be told. */
    public boolean isTellable(Revocation revocation) {
        String cloud = sides.of(revocation.relationshipId()).customer().cloud();
        return revocation.services().stream().anyMatch(service -> provisioning.reaches(service, cloud));
    }

    /**
     * Tells the services, also the one that reported the removal: it may have been told of the grant after somebody removed it there,
     * and what it is told now is the newer of the two.
     *
     * @throws io.mandate.provisioning.ServiceSilentException where one did not confirm, and all may be told again
     */
    public void tell(UUID id) {
        Revocation revocation = revocations.get(id);
        Sides both = sides.of(revocation.relationshipId());
        notices.tell(revocation.lost().stream()
                .filter(lost -> provisioning.reaches(lost.service(), both.customer().cloud()))
                .filter(lost -> heldAgain(revocation, both, lost.service()).isEmpty())
                .map(lost -> new ServiceNotice(
                        Notices.id("removed", id, lost.service()), ServiceNotice.Type.REMOVED, lost.service(),
                        both.customer().cloud(), both.customer().id(), both.partnerId(), List.of(), Optional.empty(),
                        revocation.reason().name().toLowerCase(Locale.ROOT), revocation.revokedAt()))
                .toList());
    }

    /**
     * Asks the services what the partner can still do there, and notes it.
     *
     * @return whether anything is left
     * @throws io.mandate.provisioning.ServiceSilentException where one did not answer, and all may be asked again
     */
    public boolean check(UUID id) {
        Revocation revocation = revocations.get(id);
        Sides both = sides.of(revocation.relationshipId());
        boolean anything = false;
        for (LostPermission lost : revocation.lost()) {
            if (provisioning.reaches(lost.service(), both.customer().cloud())) {
                Set<String> left = left(revocation, both, lost.service());
                revocations.checked(id, lost.service(), left.isEmpty() ? CheckResult.NOTHING_LEFT : CheckResult.LEFT_OVER,
                        List.copyOf(left), clock.instant());
                anything |= !left.isEmpty();
            }
        }
        return anything;
    }

    /** Notes of each service that cannot be asked that it was not. */
    public Revocation settled(UUID id) {
        for (LostPermission lost : revocations.get(id).lost()) {
            if (lost.check() == CheckResult.PENDING) {
                revocations.checked(id, lost.service(), CheckResult.NOT_CHECKED, List.of(), clock.instant());
            }
        }
        return revocations.get(id);
    }

    /** What the partner can do there beyond what it holds again by now. */
    private Set<String> left(Revocation revocation, Sides both, String service) {
        Set<String> left = new TreeSet<>(provisioning.roles(new ServiceQuestion(
                service, both.customer().cloud(), both.customer().id(), both.partnerId())));
        heldAgain(revocation, both, service).ifPresent(held -> left.removeAll(held.roles()));
        return left;
    }

    private Optional<Permission> heldAgain(Revocation revocation, Sides both, String service) {
        return permissions.find(both.customer().id(), service)
                .filter(held -> held.holder().equals(both.partnerId()) && held.countsAt(clock.instant()))
                .filter(held -> !held.grantedAt().isBefore(revocation.revokedAt()));
    }
}
