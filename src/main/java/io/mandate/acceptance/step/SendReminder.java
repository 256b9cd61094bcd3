package io.mandate.acceptance.step;

import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Waiting;
import io.mandate.engine.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("acceptanceSendReminder")
class SendReminder implements JavaDelegate {

    private final Waiting waiting;

    SendReminder(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // The execution began when the reminder was due, and ends when it was sent.
        waiting.remind(ProcessVariables.id(execution, AcceptanceProcess.REQUEST), execution.getId());
    }
}
