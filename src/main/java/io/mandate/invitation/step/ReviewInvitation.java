package io.mandate.invitation.step;

import io.mandate.acceptance.ServiceFields;
import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.invitation.InvitationProcess;
import io.mandate.invitation.Invitations;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Says in the Tasklist form who is asked, where the request was begun there, and records the review: Mandate sends the
 * mail, and what is left empty stays as the draft has it.
 */
@Component("invitationReviewInvitation")
class ReviewInvitation implements TaskListener {

    private final Invitations invitations;
    private final OwnRequests own;
    private final ServiceFields fields;

    ReviewInvitation(Invitations invitations, OwnRequests own, ServiceFields fields) {
        this.invitations = invitations;
        this.own = own;
        this.fields = fields;
    }

    @Override
    public void notify(DelegateTask task) {
        FormValues form = FormValues.of(task);
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            if (form.has("organisation")) {
                task.setVariableLocal("customer", form.text("organisation") + " <" + form.text("address") + ">");
            }
        } else if (form.has("subject")) {
            review(task, form);
        }
    }

    private void review(DelegateTask task, FormValues form) {
        PartnerStaff staff = SignedIn.current().staff();
        UUID id = ProcessVariables.id(task, InvitationProcess.REQUEST);
        Request draft = redrafted(own.lock(id, staff), form, staff);
        invitations.recordReview(id, filled(form.text("subject"), draft.subject()), filled(form.text("text"), draft.text()),
                SentBy.MANDATE, staff);
        task.setVariable(InvitationProcess.SENT_BY, SentBy.MANDATE.id());
        task.setVariable(InvitationProcess.MAIL_CAME_BACK, false);
    }

    private Request redrafted(Request draft, FormValues form, PartnerStaff staff) {
        List<AskedPermission> services = fields.read(form::flag, form::number);
        boolean withoutPermission = form.flag("withoutPermission");
        String name = filled(form.text("name"), draft.name());
        if (services.isEmpty() && !withoutPermission && name.equals(draft.name())) {
            return draft;
        }
        boolean chosen = !services.isEmpty() || withoutPermission;
        return invitations.redraft(draft.id(), name, chosen ? services : draft.asked(),
                chosen ? withoutPermission : draft.withoutPermission(), staff);
    }

    private static String filled(String typed, String before) {
        return typed.isEmpty() ? before : typed;
    }
}
