package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.termination.DueEnds;
import io.mandate.termination.TerminationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("terminationCheckWhatIsOpen")
class CheckWhatIsOpen implements JavaDelegate {

    private final DueEnds ends;

    CheckWhatIsOpen(DueEnds ends) {
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(TerminationProcess.SOMETHING_OPEN,
                ends.isAnythingOpen(ProcessVariables.id(execution, TerminationProcess.TERMINATION)));
    }
}
