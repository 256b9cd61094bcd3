package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.identity.TasklistSides;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.termination.TerminationProcess;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who confirms in Tasklist: the side that did not ask; a customer only where customers are admitted there. */
@Component("terminationCandidates")
public class Candidates {

    private final TasklistSides sides;
    private final Terminations terminations;

    Candidates(TasklistSides sides, Terminations terminations) {
        this.sides = sides;
        this.terminations = terminations;
    }

    /** The other side's group in the engine, or none. */
    public List<String> of(DelegateExecution execution) {
        Termination asked = terminations.get(ProcessVariables.id(execution, TerminationProcess.TERMINATION));
        return sides.groups(asked.relationshipId(), asked.askedBy().other());
    }
}
