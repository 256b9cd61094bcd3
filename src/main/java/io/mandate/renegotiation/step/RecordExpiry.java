package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.renegotiation.Answer;
import io.mandate.renegotiation.DueDutyChanges;
import io.mandate.renegotiation.RenegotiationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("renegotiationRecordExpiry")
class RecordExpiry implements JavaDelegate {

    private final DueDutyChanges changes;

    RecordExpiry(DueDutyChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.expire(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION));
        execution.setVariable(RenegotiationProcess.ANSWER, Answer.EXPIRED.id());
    }
}
