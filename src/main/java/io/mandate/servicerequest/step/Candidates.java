package io.mandate.servicerequest.step;

import io.mandate.identity.Groups;
import io.mandate.relationship.RelationshipSides;
import io.mandate.servicerequest.ServiceRequestProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who works on a service request in Tasklist: the provider's support; what it asks is answered by the partner's staff. */
@Component("servicerequestCandidates")
public class Candidates {

    private final RelationshipSides sides;

    Candidates(RelationshipSides sides) {
        this.sides = sides;
    }

    /** The group in the engine, by the task that is reached. */
    public String of(DelegateExecution execution) {
        return execution.getCurrentActivityId().equals(ServiceRequestProcess.TASK_ANSWER_QUESTION)
                ? Groups.ofPartner(sides.of(UUID.fromString(execution.getProcessBusinessKey())).partnerId())
                : Groups.SUPPORT;
    }
}
