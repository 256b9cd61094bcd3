package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.identity.TasklistProperties;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Side;
import io.mandate.relationship.Sides;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.termination.TerminationProcess;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who confirms in Tasklist: the side that did not ask; a customer only where customers are admitted there. */
@Component("terminationCandidates")
public class Candidates {

    private final TasklistProperties tasklist;
    private final RelationshipSides sides;
    private final Terminations terminations;

    Candidates(TasklistProperties tasklist, RelationshipSides sides, Terminations terminations) {
        this.tasklist = tasklist;
        this.sides = sides;
        this.terminations = terminations;
    }

    /** The other side's group in the engine, or none. */
    public List<String> of(DelegateExecution execution) {
        Termination asked = terminations.get(ProcessVariables.id(execution, TerminationProcess.TERMINATION));
        Sides both = sides.of(asked.relationshipId());
        if (asked.askedBy() == Side.CUSTOMER) {
            return List.of("partner-" + both.partnerId());
        }
        return tasklist.customers() ? List.of("customer-" + both.customer().id()) : List.of();
    }
}
