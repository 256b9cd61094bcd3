package io.mandate.renegotiation;

import io.mandate.relationship.DutyChanging;
import io.mandate.relationship.DutyWish;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Side;
import io.mandate.renegotiation.Deadlines.Awaited;
import io.mandate.web.Typing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the two sides of a relationship do about its duty to support; that a person is of a side is for the caller to know.
 * What is not possible, or comes too late, is refused with {@link io.mandate.relationship.RenegotiationRefusedException}, and
 * where the process was just doing something else with {@link org.springframework.dao.ConcurrencyFailureException}: then all
 * may be tried again.
 */
@Service
@Transactional
public class Renegotiating {

    private final Clock clock;
    private final RelationshipSides sides;
    private final Relationships relationships;
    private final Renegotiations renegotiations;
    private final DutyChanging changing;
    private final Deadlines deadlines;
    private final RenegotiationProcess process;

    Renegotiating(Clock clock, RelationshipSides sides, Relationships relationships, Renegotiations renegotiations,
            DutyChanging changing, Deadlines deadlines, RenegotiationProcess process) {
        this.clock = clock;
        this.sides = sides;
        this.relationships = relationships;
        this.renegotiations = renegotiations;
        this.changing = changing;
        this.deadlines = deadlines;
        this.process = process;
    }

    /** The relationships to which a customer can hand this one's duty: its others in force. Not for the eyes of a partner. */
    @Transactional(readOnly = true)
    public List<Relationship> possible(UUID relationship) {
        return relationships.ofCustomer(sides.of(relationship).customer().id()).stream()
                .filter(one -> one.status().isInForce() && !one.id().equals(relationship)).toList();
    }

    /**
     * One side proposes something; a hand-over that the partner proposes goes to whom the customer then chooses.
     *
     * @param who name of the person
     * @throws InvalidInputException with everything that is wrong with what was filled in
     */
    public Renegotiation propose(UUID relationship, Side by, String who, Proposal proposal) {
        boolean choosing = by == Side.CUSTOMER && proposal.kind().filter(kind -> kind == RenegotiationKind.HAND_OVER).isPresent();
        Optional<UUID> to = choosing ? chosen(relationship, proposal.partner()) : Optional.empty();
        Instant now = clock.instant();
        List<FieldProblem> problems = new ArrayList<>();
        if (proposal.kind().isEmpty()) {
            problems.add(new FieldProblem("kind", "problem.duty.kind"));
        }
        problems.addAll(wrongWith(proposal.lastDay(), DutyDays.of(now)));
        if (choosing && to.isEmpty()) {
            problems.add(new FieldProblem("partner", "problem.duty.partner"));
        }
        problems.addAll(tooLong("note", proposal.note()));
        problems.addAll(tooLong("partnerNote", proposal.partnerNote()));
        InvalidInputException.refuse(problems);
        Instant takesEffectAt = DutyDays.end(proposal.lastDay().get());
        Renegotiation proposed = changing.propose(relationship, by, who, new DutyWish(proposal.kind().get(), takesEffectAt, to,
                proposal.note(), choosing ? proposal.partnerNote() : ""),
                deadlines.answerUntil(sides.of(relationship).customer().cloud(), Awaited.CONFIRMATION, now, takesEffectAt));
        process.proposed(proposed);
        return proposed;
    }

    /** The side that proposed it takes it back; possible until all have agreed. */
    public Renegotiation takeBack(UUID id, Side by, String who) {
        Renegotiation back = changing.takeBack(id, by, who);
        process.takenBack(back);
        return back;
    }

    /**
     * The other side confirms.
     *
     * @param partner id of the partner that is to get the duty, where the customer is still to choose it
     * @param partnerNote what the customer writes to that partner, then
     * @throws InvalidInputException with everything that is wrong with what was filled in
     */
    public Renegotiation confirm(UUID id, Side by, String who, Optional<String> partner, String partnerNote) {
        Renegotiation confirmed = recordConfirmation(id, by, who, partner, partnerNote);
        process.otherSideAnswered(confirmed);
        return confirmed;
    }

    /** The other side declines; throws as {@link #confirm}. */
    public Renegotiation decline(UUID id, Side by, String who, String reason) {
        Renegotiation declined = recordDecline(id, by, who, reason);
        process.otherSideAnswered(declined);
        return declined;
    }

    /** As {@link #confirm}, in the record only: for Tasklist, where the engine moves on by itself. */
    public Renegotiation recordConfirmation(UUID id, Side by, String who, Optional<String> partner, String partnerNote) {
        Renegotiation open = renegotiations.get(id);
        String note = Typing.lines(partnerNote);
        Optional<UUID> to = Optional.empty();
        if (open.isOpen() && open.isPartnerToBeChosen() && by == Side.CUSTOMER) {
            to = chosen(open.relationshipId(), partner);
            List<FieldProblem> problems = new ArrayList<>(tooLong("partnerNote", note));
            if (to.isEmpty()) {
                problems.add(new FieldProblem("partner", "problem.duty.partner"));
            }
            InvalidInputException.refuse(problems);
        }
        return changing.confirm(id, by, who, to, note, deadlines.answerUntil(
                sides.of(open.relationshipId()).customer().cloud(), Awaited.ACCEPTANCE, clock.instant(), open.takesEffectAt()));
    }

    /** As {@link #decline}, in the record only: for Tasklist, where the engine moves on by itself. */
    public Renegotiation recordDecline(UUID id, Side by, String who, String reason) {
        String words = Typing.lines(reason);
        InvalidInputException.refuse(tooLong("reason", words));
        return changing.decline(id, by, who, words);
    }

    private Optional<UUID> chosen(UUID relationship, Optional<String> partner) {
        return possible(relationship).stream().filter(one -> partner.filter(one.partnerId()::equals).isPresent())
                .map(Relationship::id).findFirst();
    }

    private static List<FieldProblem> wrongWith(Optional<LocalDate> lastDay, DutyDays possible) {
        if (lastDay.isEmpty()) {
            return List.of(new FieldProblem("lastDay", "problem.duty.day", possible.first(), possible.last()));
        } else if (lastDay.get().isBefore(possible.first())) {
            return List.of(new FieldProblem("lastDay", "problem.duty.day.early", possible.first()));
        } else if (lastDay.get().isAfter(possible.last())) {
            return List.of(new FieldProblem("lastDay", "problem.duty.day.late", possible.last()));
        }
        return List.of();
    }

    static List<FieldProblem> tooLong(String field, String text) {
        return FieldProblem.tooLong(field, text, Renegotiation.MAX_NOTE);
    }
}
