package io.mandate.invitation.step;

import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.invitation.InvitationProcess;
import io.mandate.invitation.Invitations;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Records an address that was corrected in Tasklist. */
@Component("invitationCorrectAddress")
class CorrectAddress implements TaskListener {

    private final Invitations invitations;

    CorrectAddress(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void notify(DelegateTask task) {
        FormValues form = FormValues.of(task);
        if (form.has("address")) {
            invitations.recordCorrectAddress(
                    ProcessVariables.id(task, InvitationProcess.REQUEST), form.text("address"), SignedIn.current().staff());
        }
    }
}
