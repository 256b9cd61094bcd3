package io.mandate.termination;

import io.mandate.relationship.Ending;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.OpenMatters;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people of either side do about the end of their relationship; that they are of that side is for the caller to know.
 * What comes too late is refused with {@link io.mandate.relationship.EndingRefusedException}, and where the process was just
 * doing something else with {@link org.springframework.dao.ConcurrencyFailureException}: then all may be tried again.
 */
@Service
@Transactional
public class Terminating {

    private final RelationshipSides sides;
    private final Requests requests;
    private final NoticeRules rules;
    private final ObjectProvider<OpenMatters> matters;
    private final Ending ending;
    private final TerminationProcess process;

    Terminating(RelationshipSides sides, Requests requests, NoticeRules rules, ObjectProvider<OpenMatters> matters,
            Ending ending, TerminationProcess process) {
        this.sides = sides;
        this.requests = requests;
        this.rules = rules;
        this.matters = matters;
        this.ending = ending;
        this.process = process;
    }

    /** What keeps the relationship from ending; empty for nothing. */
    @Transactional(readOnly = true)
    public List<String> open(UUID relationship) {
        return matters.orderedStream().flatMap(one -> one.of(relationship).stream()).toList();
    }

    /** The requests that would be withdrawn with the end. */
    @Transactional(readOnly = true)
    public List<Request> waiting(UUID relationship) {
        return requests.of(relationship).stream().filter(request -> request.status().isOpen()).toList();
    }

    /** How long the other side has where this one asks now. */
    @Transactional(readOnly = true)
    public Duration notice(UUID relationship, Side by) {
        return rules.of(sides.of(relationship).customer().cloud(), by).notice();
    }

    /**
     * One side asks for the end.
     *
     * @param who name of the person
     * @param note what they write to both sides, empty for nothing
     * @throws InvalidInputException where that is too long
     * @throws MattersOpenException where something is open
     */
    public Termination ask(UUID relationship, Side by, String who, String note) {
        refuseWhileOpen(relationship);
        return askOnceSettled(relationship, by, who, note);
    }

    /**
     * As {@link #ask}, while something may be open: the notice period runs, and nothing ends before that is settled. So nobody
     * keeps the other side in a relationship by always having something open.
     */
    public Termination askOnceSettled(UUID relationship, Side by, String who, String note) {
        InvalidInputException.refuse(FieldProblem.tooLong("note", note, Termination.MAX_NOTE));
        Termination asked = ending.ask(relationship, by, who, note, notice(relationship, by));
        process.asked(asked);
        return asked;
    }

    /** The side that asked takes it back. */
    public Termination takeBack(UUID termination, Side by, String who) {
        Termination back = ending.takeBack(termination, by, who);
        process.takenBack(back);
        return back;
    }

    /** The other side confirms: the relationship ends with this transaction. Throws {@link MattersOpenException} as {@link #ask}. */
    public void confirm(UUID termination, Side by, String who) {
        process.confirmed(recordConfirmation(termination, by, who));
    }

    /** As {@link #confirm}, in the record only: for Tasklist, where the engine moves on by itself. */
    public Termination recordConfirmation(UUID termination, Side by, String who) {
        Termination confirmed = ending.confirm(termination, by, who);
        refuseWhileOpen(confirmed.relationshipId());
        return confirmed;
    }

    private void refuseWhileOpen(UUID relationship) {
        List<String> open = open(relationship);
        if (!open.isEmpty()) {
            throw new MattersOpenException(open);
        }
    }
}
