package io.mandate.acceptance.step;

import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Waiting;
import io.mandate.engine.ProcessVariables;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("acceptanceSetDeadlines")
class SetDeadlines implements JavaDelegate {

    private final Waiting waiting;

    SetDeadlines(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Waiting.Dates dates = waiting.begin(ProcessVariables.id(execution, AcceptanceProcess.REQUEST));
        execution.setVariable(AcceptanceProcess.VALID_UNTIL, Date.from(dates.validUntil()));
        execution.setVariable(AcceptanceProcess.NUDGE_AT, Date.from(dates.nudgeAt()));
    }
}
