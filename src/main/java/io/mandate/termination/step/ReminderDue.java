package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.engine.TimerDates;
import io.mandate.termination.DueEnds;
import io.mandate.termination.TerminationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("terminationReminderDue")
public class ReminderDue {

    private final DueEnds ends;

    ReminderDue(DueEnds ends) {
        this.ends = ends;
    }

    /** The timer's date. */
    public Date next(DelegateExecution execution) {
        return TimerDates.orNever(ends.reminder(ProcessVariables.id(execution, TerminationProcess.TERMINATION)));
    }
}
