package io.mandate.acceptance.step;

import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Waiting;
import io.mandate.engine.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("acceptanceNudgePartner")
class NudgePartner implements JavaDelegate {

    private final Waiting waiting;

    NudgePartner(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waiting.nudge(ProcessVariables.id(execution, AcceptanceProcess.REQUEST));
    }
}
