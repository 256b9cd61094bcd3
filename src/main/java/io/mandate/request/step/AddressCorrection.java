package io.mandate.request.step;

import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.Requests;
import io.mandate.request.OwnRequests;
import io.mandate.request.RequestProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Fills the Tasklist form with the refused address, and records the one that was put in its place there. */
public abstract class AddressCorrection implements TaskListener {

    private static final String ADDRESS = "address";

    private final OwnRequests own;
    private final Requests requests;

    protected AddressCorrection(OwnRequests own, Requests requests) {
        this.own = own;
        this.requests = requests;
    }

    @Override
    public final void notify(DelegateTask task) {
        UUID request = ProcessVariables.id(task, RequestProcess.REQUEST);
        FormValues form = FormValues.of(task);
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            task.setVariableLocal(ADDRESS, requests.get(request).address().value());
        } else if (form.has(ADDRESS)) {
            own.recordCorrectAddress(request, form.text(ADDRESS), SignedIn.current().staff());
            task.setVariable(RequestProcess.MAIL_CAME_BACK, false);
        }
    }
}
