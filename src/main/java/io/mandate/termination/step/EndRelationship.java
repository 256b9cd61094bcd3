package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.relationship.Revocation;
import io.mandate.termination.DueEnds;
import io.mandate.termination.TerminationProcess;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("terminationEndRelationship")
class EndRelationship implements JavaDelegate {

    private final DueEnds ends;

    EndRelationship(DueEnds ends) {
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Revocation> lost = ends.end(ProcessVariables.id(execution, TerminationProcess.TERMINATION));
        execution.setVariable(TerminationProcess.SOMETHING_HELD, lost.isPresent());
        lost.ifPresent(revocation -> {
            execution.setVariable(TerminationProcess.REVOCATION, revocation.id().toString());
            execution.setVariable(TerminationProcess.TELLABLE, ends.isTellable(revocation));
        });
    }
}
