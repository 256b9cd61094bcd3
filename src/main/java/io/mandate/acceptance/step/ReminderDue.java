package io.mandate.acceptance.step;

import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Waiting;
import io.mandate.engine.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("acceptanceReminderDue")
public class ReminderDue {

    /** The event stays until the answer comes, without a further date. */
    private static final String NEVER = "R/9999-12-31T00:00:00Z/P1D";

    private final Waiting waiting;

    ReminderDue(Waiting waiting) {
        this.waiting = waiting;
    }

    /** The timer's next date as a cycle (ISO 8601); the engine asks again whenever one was due. */
    public String next(DelegateExecution execution) {
        return waiting.nextReminder(ProcessVariables.id(execution, AcceptanceProcess.REQUEST))
                .map(at -> "R/" + at + "/P1D")
                .orElse(NEVER);
    }
}
