package io.mandate.restoration.step;

import io.mandate.acceptance.Answer;
import io.mandate.acceptance.Waiting;
import io.mandate.engine.ProcessVariables;
import io.mandate.restoration.RestorationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("restorationRecordExpiry")
class RecordExpiry implements JavaDelegate {

    private final Waiting waiting;

    RecordExpiry(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waiting.expire(ProcessVariables.id(execution, RestorationProcess.REQUEST));
        execution.setVariable(RestorationProcess.ANSWER, Answer.EXPIRED.id());
    }
}
