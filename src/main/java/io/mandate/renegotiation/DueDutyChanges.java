package io.mandate.renegotiation;

import io.mandate.relationship.DutyChanging;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.renegotiation.Deadlines.Awaited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What time does to a proposal about a duty to support, and what the end of a relationship does. */
@Service
@Transactional
public class DueDutyChanges {

    private final Clock clock;
    private final RelationshipSides sides;
    private final Renegotiations renegotiations;
    private final DutyChanging changing;
    private final Deadlines deadlines;
    private final RenegotiationProcess process;

    DueDutyChanges(Clock clock, RelationshipSides sides, Renegotiations renegotiations, DutyChanging changing,
            Deadlines deadlines, RenegotiationProcess process) {
        this.clock = clock;
        this.sides = sides;
        this.renegotiations = renegotiations;
        this.changing = changing;
        this.deadlines = deadlines;
        this.process = process;
    }

    /** When whoever is asked is reminded; empty where it is too late for it, or nobody is to be. */
    @Transactional(readOnly = true)
    public Optional<Instant> reminder(UUID id) {
        Renegotiation asked = renegotiations.get(id);
        Duration before = deadlines.reminder(sides.of(asked.relationshipId()).customer().cloud(),
                asked.status() == RenegotiationStatus.PROPOSED ? Awaited.CONFIRMATION : Awaited.ACCEPTANCE);
        return Optional.of(asked.answerUntil().minus(before)).filter(at -> !before.isZero() && at.isAfter(clock.instant()));
    }

    /** Nobody answered in time. */
    public Renegotiation expire(UUID id) {
        return changing.expire(id);
    }

    /** The date is there that all agreed on. */
    public void change(UUID id) {
        changing.change(id);
    }

    /**
     * A relationship ends in this transaction, of which this is to be the first part: whatever would have changed its duty,
     * or brought it another's, comes to nothing.
     */
    public void overtake(UUID relationship) {
        changing.overtake(relationship).forEach(process::overtaken);
    }
}
