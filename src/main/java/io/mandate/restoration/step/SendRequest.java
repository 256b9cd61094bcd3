package io.mandate.restoration.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.request.Delivery;
import io.mandate.restoration.RestorationProcess;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("restorationSendRequest")
class SendRequest implements JavaDelegate {

    private final Delivery delivery;

    SendRequest(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!delivery.send(ProcessVariables.id(execution, RestorationProcess.REQUEST))) {
            throw new BpmnError(RestorationProcess.ERROR_ADDRESS_REFUSED);
        }
    }
}
