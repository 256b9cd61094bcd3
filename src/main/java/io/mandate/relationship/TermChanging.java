package io.mandate.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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
    private final Terms terms;
    private final Relationships relationships;
    private final TermChanges changes;
    private final Timeline timeline;

    TermChanging(Clock clock, Permissions permissions, Terms terms, Relationships relationships, TermChanges changes,
            Timeline timeline) {
        this.clock = clock;
        this.permissions = permissions;
        this.terms = terms;
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

    /**
     * Lets a permission end later, if it is still held exactly as it was found, has not ended and is to be extended.
     *
     * @param end after its present end
     * @param next when something is to be done next because of the new term
     * @throws PermissionChangedException where it changed meanwhile: the caller's transaction must not be committed
     */
    public TermChange extend(Permission held, Instant end, Instant next) {
        Instant now = clock.instant();
        if (!terms.extend(held, end, next, now)) {
            throw new PermissionChangedException(held.service());
        }
        return changed(new TermChange(
                UUID.randomUUID(), held.relationshipId(), held.customerId(), held.service(), held.requestId(),
                TermChangeReason.EXTENDED, held.endsAt(), end, "", "", now));
    }

    /**
     * Says whether a permission is to be extended before its end, if it is still held exactly as it was shown. Nothing
     * happens where that was said before.
     *
     * @param actor who says so
     * @throws PermissionChangedException where it changed meanwhile or has ended: the caller's transaction must not be committed
     */
    public void extending(Permission shown, boolean wanted, String actor) {
        Instant now = clock.instant();
        boolean before = terms.lock(shown).filter(held -> held.permission().countsAt(now))
                .orElseThrow(() -> new PermissionChangedException(shown.service())).extending();
        if (before != wanted) {
            terms.extending(shown, wanted, now);
            relationships.touch(shown.relationshipId(), now);
            timeline.add(shown.relationshipId(), shown.requestId(), now,
                    wanted ? TimelineEvent.EXTENSION_ALLOWED : TimelineEvent.EXTENSION_STOPPED, actor, shown.service());
        }
    }

    private TermChange changed(TermChange change) {
        changes.add(change);
        relationships.touch(change.relationshipId(), change.changedAt());
        timeline.add(change.relationshipId(), change.requestId(), change.changedAt(), change.reason().event(),
                change.actor(), new NewEnd(change.service(), change.after()).detail(),
                Map.of("service", change.service(), "before", Facts.moment(change.before()), "until", Facts.moment(change.after())),
                Facts.note(change.note()));
        return change;
    }
}
