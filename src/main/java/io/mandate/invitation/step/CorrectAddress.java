package io.mandate.invitation.step;

import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.invitation.InvitationProcess;
import io.mandate.relationship.Requests;
import io.mandate.request.OwnRequests;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Fills the Tasklist form with the refused address, and records the one that was put in its place there. */
@Component("invitationCorrectAddress")
class CorrectAddress implements TaskListener {

    private static final String ADDRESS = "address";

    private final OwnRequests own;
    private final Requests requests;

    CorrectAddress(OwnRequests own, Requests requests) {
        this.own = own;
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID request = ProcessVariables.id(task, InvitationProcess.REQUEST);
        FormValues form = FormValues.of(task);
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            task.setVariableLocal(ADDRESS, requests.get(request).address().value());
        } else if (form.has(ADDRESS)) {
            own.recordCorrectAddress(request, form.text(ADDRESS), SignedIn.current().staff());
            task.setVariable(InvitationProcess.MAIL_CAME_BACK, false);
        }
    }
}
