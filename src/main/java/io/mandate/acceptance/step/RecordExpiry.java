package io.mandate.acceptance.step;

import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Answer;
import io.mandate.acceptance.Waiting;
import io.mandate.engine.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("acceptanceRecordExpiry")
class RecordExpiry implements JavaDelegate {

    private final Waiting waiting;

    RecordExpiry(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waiting.expire(ProcessVariables.id(execution, AcceptanceProcess.REQUEST));
        execution.setVariable(AcceptanceProcess.ANSWER, Answer.EXPIRED.id());
    }
}
