package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.engine.TimerDates;
import io.mandate.renegotiation.DueDutyChanges;
import io.mandate.renegotiation.RenegotiationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("renegotiationPartnerReminderDue")
public class PartnerReminderDue {

    private final DueDutyChanges changes;

    PartnerReminderDue(DueDutyChanges changes) {
        this.changes = changes;
    }

    /** The timer's date: for the partner that is asked to take on the duty. */
    public Date next(DelegateExecution execution) {
        return TimerDates.orNever(changes.reminder(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION)));
    }
}
