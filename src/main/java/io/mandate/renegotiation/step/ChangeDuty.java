package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.renegotiation.DueDutyChanges;
import io.mandate.renegotiation.RenegotiationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("renegotiationChangeDuty")
class ChangeDuty implements JavaDelegate {

    private final DueDutyChanges changes;

    ChangeDuty(DueDutyChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.change(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION));
    }
}
