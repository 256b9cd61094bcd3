package io.mandate.invitation.step;

import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.invitation.InvitationProcess;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.Request;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records a request that was filled in in Tasklist; one from a page is recorded when it arrives here. */
@Component("invitationRelationshipRequested")
class RelationshipRequested implements ExecutionListener {

    private final Invitations invitations;

    RelationshipRequested(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void notify(DelegateExecution execution) {
        FormValues form = FormValues.of(execution);
        if (!form.has("organisation")) {
            ProcessVariables.id(execution, InvitationProcess.REQUEST);
            return;
        }
        Request request = invitations.recordRequest(
                new NewInvitation(form.text("organisation"), form.text("address"), form.text("language"),
                        form.text("country"), form.text("cloud"), "", List.of(), false),
                SignedIn.current().staff());
        execution.setProcessBusinessKey(request.relationshipId().toString());
        execution.setVariable(InvitationProcess.REQUEST, request.id().toString());
    }
}
