package io.mandate.acceptance.step;

import io.mandate.identity.TasklistSides;
import io.mandate.relationship.Side;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who answers in Tasklist: the customer's own accounts where customers are admitted there, else nobody. */
@Component("acceptanceCandidates")
public class Candidates {

    private final TasklistSides sides;

    Candidates(TasklistSides sides) {
        this.sides = sides;
    }

    /** The customer's group in the engine, or none. */
    public List<String> of(DelegateExecution execution) {
        return sides.groups(UUID.fromString(execution.getProcessBusinessKey()), Side.CUSTOMER);
    }
}
