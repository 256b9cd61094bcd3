package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.identity.Groups;
import io.mandate.identity.TasklistProperties;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Side;
import io.mandate.relationship.Sides;
import io.mandate.renegotiation.RenegotiationProcess;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Who answers in Tasklist: the side that did not propose it, a customer only where customers are admitted there; then the
 * partner that is to get the duty.
 */
@Component("renegotiationCandidates")
public class Candidates {

    private final TasklistProperties tasklist;
    private final RelationshipSides sides;
    private final Renegotiations renegotiations;

    Candidates(TasklistProperties tasklist, RelationshipSides sides, Renegotiations renegotiations) {
        this.tasklist = tasklist;
        this.sides = sides;
        this.renegotiations = renegotiations;
    }

    /** The group in the engine, by the task that is reached, or none. */
    public List<String> of(DelegateExecution execution) {
        Renegotiation asked = renegotiations.get(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION));
        if (execution.getCurrentActivityId().equals(RenegotiationProcess.TASK_ACCEPT_DUTY)) {
            return List.of(Groups.ofPartner(sides.of(asked.to().orElseThrow()).partnerId()));
        }
        Sides both = sides.of(asked.relationshipId());
        if (asked.proposedBy() == Side.CUSTOMER) {
            return List.of(Groups.ofPartner(both.partnerId()));
        }
        return tasklist.customers() ? List.of(Groups.ofCustomer(both.customer().id())) : List.of();
    }
}
