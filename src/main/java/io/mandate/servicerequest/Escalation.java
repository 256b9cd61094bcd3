package io.mandate.servicerequest;

import io.mandate.relationship.RelationshipSides;
import io.mandate.servicerequest.ServiceRequest.Deadlines;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When service requests are due, and what happens to those that are not solved in time. */
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
    private final News news;

    Escalation(Clock clock, RelationshipSides sides, ServiceRequestRegister register, DeadlineTable table,
            ServiceRequestProcess process, News news) {
        this.clock = clock;
        this.sides = sides;
        this.register = register;
        this.table = table;
        this.process = process;
        this.news = news;
    }

    /** Sets the deadlines of a new request by the decision table. */
    public Deadlines setDeadlines(UUID id) {
        ServiceRequest request = register.get(id);
        Deadlines deadlines =
                table.of(sides.of(request.relationshipId()).customer(), request.priority(), request.openedAt());
        register.due(id, deadlines);
        return deadlines;
    }

    /** It took too long: its priority is raised and everybody concerned is told, once, and only where support is at it. */
    public void escalate(UUID id) {
        if (register.escalated(id, TASK_PRIORITY, clock.instant())) {
            ServiceRequest request = register.get(id);
            process.escalated(request, TASK_PRIORITY);
            news.escalated(request);
        }
    }
}
