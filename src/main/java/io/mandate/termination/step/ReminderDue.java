package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.termination.Ends;
import io.mandate.termination.TerminationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("terminationReminderDue")
public class ReminderDue {

    /** The event stays until the notice period is over, without a date. */
    private static final Date NEVER = new Date(253_370_764_800_000L);

    private final Ends ends;

    ReminderDue(Ends ends) {
        this.ends = ends;
    }

    /** The timer's date. */
    public Date next(DelegateExecution execution) {
        return ends.reminder(ProcessVariables.id(execution, TerminationProcess.TERMINATION)).map(Date::from).orElse(NEVER);
    }
}
