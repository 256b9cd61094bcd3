package io.mandate.termchange;

import io.mandate.provisioning.Notices;
import io.mandate.provisioning.Provisioning;
import io.mandate.provisioning.ServiceNotice;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Sides;
import io.mandate.relationship.TermChange;
import io.mandate.relationship.TermChanges;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that the service knows the end of a changed term. It is told as of a grant, with the instant of the change, so
 * that it ignores an older notice that arrives later.
 */
@Service
@Transactional
public class NewTerms {

    private final TermChanges changes;
    private final Permissions permissions;
    private final RelationshipSides sides;
    private final Provisioning provisioning;
    private final Notices notices;

    NewTerms(TermChanges changes, Permissions permissions, RelationshipSides sides, Provisioning provisioning, Notices notices) {
        this.changes = changes;
        this.permissions = permissions;
        this.sides = sides;
        this.provisioning = provisioning;
        this.notices = notices;
    }

    /** Whether the service concerned can be told. */
    boolean isTellable(TermChange change) {
        return provisioning.reaches(change.service(), sides.of(change.relationshipId()).customer().cloud());
    }

    /** Whether the service confirmed the new end. */
    boolean isConfirmed(TermChange change) {
        return isTellable(change) && notices.isConfirmed(notice(change));
    }

    /** Whether there is still something to tell: the permission is held, and ends as this change left it. */
    boolean isCurrent(TermChange change) {
        return current(change).isPresent();
    }

    /**
     * Tells the service when the permission ends now; not where it was lost or its term changed again, since the service is
     * told of that. A term that ran out meanwhile is told like any other: the service may know a later end.
     *
     * @throws io.mandate.provisioning.ServiceSilentException where it did not confirm, and may be told again
     */
    public void tell(UUID id) {
        TermChange change = changes.get(id);
        Sides both = sides.of(change.relationshipId());
        notices.tell(current(change)
                .map(held -> new ServiceNotice(
                        notice(change), ServiceNotice.Type.GRANTED, held.service(), both.customer().cloud(),
                        held.customerId(), both.partnerId(), held.roles(), Optional.of(held.endsAt()), "",
                        change.changedAt()))
                .stream().toList());
    }

    private Optional<Permission> current(TermChange change) {
        return permissions.find(change.customerId(), change.service()).filter(change::isAsLeft);
    }

    private static UUID notice(TermChange change) {
        return Notices.id("term", change.id(), change.service());
    }
}
