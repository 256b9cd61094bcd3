package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.termination.DueEnds;
import io.mandate.termination.TerminationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("terminationPutOffEnd")
class PutOffEnd implements JavaDelegate {

    private final DueEnds ends;

    PutOffEnd(DueEnds ends) {
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ends.putOff(ProcessVariables.id(execution, TerminationProcess.TERMINATION));
    }
}
