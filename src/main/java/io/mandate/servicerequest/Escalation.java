package io.mandate.servicerequest;

import io.mandate.relationship.RelationshipSides;
import io.mandate.servicerequest.ServiceRequest.Deadlines;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When service requests are due, and what happens to those that are not solved, or answered, in time. */
@Service
@Transactional
public class Escalation {

    /** Of an escalated request's task: above all that the decision table should give. */
    static final int TASK_PRIORITY = 100;

    private final Clock clock;
    private final RelationshipSides sides;
    private final ServiceRequestRegister register;
    private final DeadlineTable table;
    private final ServiceRequestProcess process;
    private final Conversation conversation;
    private final Comments comments;
    private final Transcripts transcripts;

    Escalation(Clock clock, RelationshipSides sides, ServiceRequestRegister register, DeadlineTable table,
            ServiceRequestProcess process, Conversation conversation, Comments comments, Transcripts transcripts) {
        this.clock = clock;
        this.sides = sides;
        this.register = register;
        this.table = table;
        this.process = process;
        this.conversation = conversation;
        this.comments = comments;
        this.transcripts = transcripts;
    }

    /** Sets the deadlines of a new request by the decision table. */
    public Deadlines setDeadlines(UUID id) {
        ServiceRequest request = register.get(id);
        Deadlines deadlines =
                table.of(sides.of(request.relationshipId()).customer(), request.priority(), request.openedAt());
        register.due(id, deadlines);
        return deadlines;
    }

    /**
     * It took too long: its priority is raised, once, and only where support is at it. Everybody concerned hears of it by the news
     * that are passed on.
     */
    public void escalate(UUID id) {
        if (register.escalated(id, TASK_PRIORITY, clock.instant())) {
            ServiceRequest request = register.get(id);
            conversation.note(request, Comment.Kind.ESCALATED,
                    new Author(Side.PARTNER, request.opener().address(), request.opener().name()));
            process.escalated(request, TASK_PRIORITY);
            process.conversationGrew(request, transcripts.of(request));
        }
    }

    /**
     * The partner did not answer in time: support goes on without. The time for which it waited does not count.
     *
     * @return the deadlines from now on
     */
    public Deadlines returnToSupport(UUID id) {
        ServiceRequest request = register.lock(id);
        Deadlines later = request.after(clock.instant());
        if (!register.returned(id, later)) {
            return request.deadlines().orElseThrow();
        }
        conversation.note(request, Comment.Kind.UNANSWERED, comments.lastQuestion(id).orElseThrow().author());
        return later;
    }
}
