package io.mandate.invitation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.invitation.InvitationProcess;
import io.mandate.invitation.Invitations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("invitationWithdrawDraft")
class WithdrawDraft implements JavaDelegate {

    private final Invitations invitations;

    WithdrawDraft(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.withdrawDraft(ProcessVariables.id(execution, InvitationProcess.REQUEST));
    }
}
