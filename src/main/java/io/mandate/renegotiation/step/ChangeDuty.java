package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.renegotiation.DutyChanges;
import io.mandate.renegotiation.RenegotiationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("renegotiationChangeDuty")
class ChangeDuty implements JavaDelegate {

    private final DutyChanges changes;

    ChangeDuty(DutyChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.change(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION));
    }
}
