package io.mandate.invitation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.invitation.InvitationProcess;
import io.mandate.request.Delivery;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("invitationSendInvitation")
class SendInvitation implements JavaDelegate {

    private final Delivery delivery;

    SendInvitation(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!delivery.send(ProcessVariables.id(execution, InvitationProcess.REQUEST))) {
            throw new BpmnError(InvitationProcess.ERROR_ADDRESS_REFUSED);
        }
    }
}
