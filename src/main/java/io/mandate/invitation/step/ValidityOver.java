package io.mandate.invitation.step;

import io.mandate.acceptance.Waiting;
import io.mandate.engine.ProcessVariables;
import io.mandate.invitation.InvitationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("invitationValidityOver")
public class ValidityOver {

    private final Waiting waiting;

    ValidityOver(Waiting waiting) {
        this.waiting = waiting;
    }

    /** The timer's date. */
    public Date at(DelegateExecution execution) {
        return Date.from(waiting.endWithoutDelivery(ProcessVariables.id(execution, InvitationProcess.REQUEST)));
    }
}
