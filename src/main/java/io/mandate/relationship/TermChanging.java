package io.mandate.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes terms of permissions that are held: the new end counts with the caller's transaction, and the change is kept. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TermChanging {

    private final Clock clock;
    private final Permissions permissions;
    private final Relationships relationships;
    private final TermChanges changes;
    private final Timeline timeline;

    TermChanging(Clock clock, Permissions permissions, Relationships relationships, TermChanges changes, Timeline timeline) {
        this.clock = clock;
        this.permissions = permissions;
        this.relationships = relationships;
        this.changes = changes;
        this.timeline = timeline;
    }

    /**
     * Lets a permission end earlier, if it is still held exactly as it was shown.
     *
     * @param end after now and before the end shown
     * @param actor who does it
     * @param note what they write to both sides, empty for nothing
     * @throws PermissionChangedException where it changed meanwhile: the caller's transaction must not be committed
     */
    public TermChange shorten(Permission shown, Instant end, String actor, String note) {
        Instant now = clock.instant();
        if (!permissions.shorten(shown, end, now)) {
            throw new PermissionChangedException(shown.service());
        }
        return changed(new TermChange(
                UUID.randomUUID(), shown.relationshipId(), shown.customerId(), shown.service(), shown.requestId(),
                TermChangeReason.SHORTENED_BY_CUSTOMER, shown.endsAt(), end, actor, note, now));
    }

    private TermChange changed(TermChange change) {
        changes.add(change);
        relationships.touch(change.relationshipId(), change.changedAt());
        timeline.add(change.relationshipId(), change.requestId(), change.changedAt(), change.reason().event(),
                change.actor(), new NewEnd(change.service(), change.after()).detail());
        return change;
    }
}
