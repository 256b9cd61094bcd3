package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.identity.TasklistSides;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Side;
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

    private final TasklistSides sides;
    private final Renegotiations renegotiations;

    Candidates(TasklistSides sides, Renegotiations renegotiations) {
        this.sides = sides;
        this.renegotiations = renegotiations;
    }

    /** The group in the engine, by the task that is reached, or none. */
    public List<String> of(DelegateExecution execution) {
        Renegotiation asked = renegotiations.get(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION));
        return execution.getCurrentActivityId().equals(RenegotiationProcess.TASK_ACCEPT_DUTY)
                ? sides.groups(asked.to().orElseThrow(), Side.PARTNER)
                : sides.groups(asked.relationshipId(), asked.proposedBy().other());
    }
}
