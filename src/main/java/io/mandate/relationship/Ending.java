package io.mandate.relationship;

import io.mandate.relationship.EndingRefusedException.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends relationships, in the caller's transaction: asked for, taken back or confirmed, ended. Every method throws
 * {@link EndingRefusedException} where it comes too late; the caller's transaction must not be committed then.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Ending {

    private final Clock clock;
    private final Relationships relationships;
    private final Requests requests;
    private final Permissions permissions;
    private final Revoking revoking;
    private final Terminations terminations;
    private final Renegotiations renegotiations;
    private final Timeline timeline;
    private final ObjectProvider<OpenMatters> matters;

    Ending(Clock clock, Relationships relationships, Requests requests, Permissions permissions, Revoking revoking,
            Terminations terminations, Renegotiations renegotiations, Timeline timeline, ObjectProvider<OpenMatters> matters) {
        this.clock = clock;
        this.relationships = relationships;
        this.requests = requests;
        this.permissions = permissions;
        this.revoking = revoking;
        this.terminations = terminations;
        this.renegotiations = renegotiations;
        this.timeline = timeline;
        this.matters = matters;
    }

    /**
     * One side asks for the end.
     *
     * @param asker name of the person who asks
     * @param note what they write to both sides, empty for nothing
     * @param notice how long the other side has, unless it confirms earlier
     */
    public Termination ask(UUID relationship, Side by, String asker, String note, Duration notice) {
        Instant now = clock.instant();
        UUID request = requests.approved(relationship).map(Request::id)
                .orElseThrow(() -> new EndingRefusedException(Why.NOT_IN_FORCE));
        Termination asked = new Termination(UUID.randomUUID(), relationship, request,
                relationships.get(relationship).inForceSince().orElse(now), by, asker, note, now, now.plus(notice), false,
                TerminationStatus.ASKED, "", Optional.empty(), Optional.empty(), Optional.empty());
        if (!terminations.add(asked)) {
            throw new EndingRefusedException(Why.ASKED_ALREADY);
        }
        // Only now: whoever was just ending it has given the place back that was taken.
        if (!relationships.get(relationship).status().isInForce()) {
            throw new EndingRefusedException(Why.NOT_IN_FORCE);
        }
        relationships.touch(relationship, now);
        note(asked, now, TimelineEvent.END_ASKED, asker, asked.noticeUntil().toString());
        return asked;
    }

    /** The side that asked takes it back. */
    public Termination takeBack(UUID id, Side by, String who) {
        Instant now = clock.instant();
        Termination open = open(id);
        if (open.askedBy() != by) {
            throw new EndingRefusedException(Why.OTHER_SIDE);
        }
        held(terminations.takeBack(id, who, now));
        relationships.touch(open.relationshipId(), now);
        note(open, now, TimelineEvent.END_TAKEN_BACK, who, "");
        return terminations.get(id);
    }

    /** The other side confirms; the end itself follows in the same transaction. */
    public Termination confirm(UUID id, Side by, String who) {
        Termination open = open(id);
        if (open.askedBy() == by) {
            throw new EndingRefusedException(Why.OTHER_SIDE);
        }
        held(terminations.confirm(id, who));
        return open;
    }

    /** Something is open when it was to end: it ends later. */
    public Termination putOff(UUID id, Duration by) {
        Instant now = clock.instant();
        held(terminations.putOff(id, now.plus(by)));
        Termination later = terminations.get(id);
        note(later, now, TimelineEvent.END_PUT_OFF, "", later.noticeUntil().toString());
        return later;
    }

    /**
     * Ends the relationship: its permissions stop counting, its duty is released. Its open requests have been withdrawn before, and
     * what is proposed about duties has come to nothing.
     *
     * @return what was held until then, empty for nothing
     * @throws ConcurrencyFailureException where it was given something at the same moment: all may be tried again
     */
    public Optional<Revocation> end(UUID id) {
        Instant now = clock.instant();
        Termination open = open(id);
        UUID relationship = open.relationshipId();
        List<Permission> held = permissions.heldBy(relationship, now);
        Optional<Revocation> revocation = held.isEmpty() ? Optional.empty() : Optional.of(revoking.revoke(
                held, RevocationReason.RELATIONSHIP_ENDED, open.closedBy().isEmpty() ? open.asker() : open.closedBy(),
                open.note()));
        held(terminations.end(id, revocation.map(Revocation::id), now));
        if (!relationships.end(relationship, now)) {
            throw new EndingRefusedException(Why.NOT_IN_FORCE);
        }
        // The relationship is locked: whatever came before is seen now, and whatever comes later finds it ended.
        if (!permissions.heldBy(relationship, now).isEmpty()
                || requests.of(relationship).stream().anyMatch(request -> request.status().isOpen())
                || !renegotiations.touching(relationship).isEmpty()
                || matters.stream().anyMatch(one -> !one.of(relationship).isEmpty())) {
            throw new ConcurrencyFailureException("Something was given to the relationship, or asked for, as it ended");
        }
        note(open, now, TimelineEvent.RELATIONSHIP_ENDED, open.closedBy(), "");
        return revocation;
    }

    private Termination open(UUID id) {
        Termination found = terminations.get(id);
        held(found.isOpen());
        return found;
    }

    private static void held(boolean isOpen) {
        if (!isOpen) {
            throw new EndingRefusedException(Why.CLOSED);
        }
    }

    private void note(Termination about, Instant at, TimelineEvent event, String actor, String detail) {
        timeline.add(about.relationshipId(), about.requestId(), at, event, actor, detail);
    }
}
