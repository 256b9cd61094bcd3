package io.mandate.termination;

import io.mandate.relationship.Ending;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.renegotiation.DueDutyChanges;
import io.mandate.request.Withdrawals;
import io.mandate.revocation.Clearing;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an end that was asked for, once the other side confirmed or the notice period is over. */
@Service
@Transactional
public class DueEnds {

    private final Clock clock;
    private final RelationshipSides sides;
    private final NoticeRules rules;
    private final Terminations terminations;
    private final Terminating terminating;
    private final Ending ending;
    private final Withdrawals withdrawals;
    private final DueDutyChanges duties;
    private final Clearing clearing;

    DueEnds(Clock clock, RelationshipSides sides, NoticeRules rules, Terminations terminations, Terminating terminating,
            Ending ending, Withdrawals withdrawals, DueDutyChanges duties, Clearing clearing) {
        this.clock = clock;
        this.sides = sides;
        this.rules = rules;
        this.terminations = terminations;
        this.terminating = terminating;
        this.ending = ending;
        this.withdrawals = withdrawals;
        this.duties = duties;
        this.clearing = clearing;
    }

    /** When the other side is reminded; empty where it is too late for it, or nobody is to be. */
    @Transactional(readOnly = true)
    public Optional<Instant> reminder(UUID id) {
        Termination termination = terminations.get(id);
        NoticeRules.Notice notice = notice(termination);
        return Optional.of(termination.noticeUntil().minus(notice.reminder()))
                .filter(at -> !notice.reminder().isZero() && at.isAfter(clock.instant()));
    }

    /** Whether something keeps the relationship from ending now. */
    @Transactional(readOnly = true)
    public boolean isAnythingOpen(UUID id) {
        return !terminating.open(terminations.get(id).relationshipId()).isEmpty();
    }

    /**
     * Lets it end later, since something is open at the end of the notice period.
     *
     * @throws MattersOpenException where it was opened at the moment of a confirmation: nothing is put off, the confirmation is
     *     refused as if it had been open before
     */
    public void putOff(UUID id) {
        Termination termination = terminations.get(id);
        if (!termination.closedBy().isEmpty()) {
            throw new MattersOpenException(terminating.open(termination.relationshipId()));
        }
        ending.putOff(id, notice(termination).putOff());
    }

    /** Ends the relationship, its permissions, its open requests and what is proposed about its duty; what was held, empty for nothing. */
    public Optional<Revocation> end(UUID id) {
        UUID relationship = terminations.get(id).relationshipId();
        duties.overtake(relationship);
        withdrawals.withRelationship(relationship);
        return ending.end(id);
    }

    /** Whether any of the services concerned can be told. */
    @Transactional(readOnly = true)
    public boolean isTellable(Revocation revocation) {
        return clearing.isTellable(revocation);
    }

    private NoticeRules.Notice notice(Termination termination) {
        return rules.of(sides.of(termination.relationshipId()).customer().cloud(), termination.askedBy());
    }
}
