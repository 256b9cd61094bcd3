package io.mandate.acceptance.step;

import io.mandate.identity.TasklistProperties;
import io.mandate.relationship.RelationshipSides;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who answers in Tasklist: the customer's own accounts where customers are admitted there, else nobody. */
@Component("acceptanceCandidates")
public class Candidates {

    private final TasklistProperties tasklist;
    private final RelationshipSides sides;

    Candidates(TasklistProperties tasklist, RelationshipSides sides) {
        this.tasklist = tasklist;
        this.sides = sides;
    }

    /** The customer's group in the engine, or none. */
    public List<String> of(DelegateExecution execution) {
        return tasklist.customers()
                ? List.of("customer-" + sides.of(UUID.fromString(execution.getProcessBusinessKey())).customer().id())
                : List.of();
    }
}
