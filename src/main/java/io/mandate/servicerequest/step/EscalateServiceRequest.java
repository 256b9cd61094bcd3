package io.mandate.servicerequest.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.servicerequest.Escalation;
import io.mandate.servicerequest.ServiceRequestProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("servicerequestEscalateServiceRequest")
class EscalateServiceRequest implements JavaDelegate {

    private final Escalation escalation;

    EscalateServiceRequest(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.escalate(ProcessVariables.id(execution, ServiceRequestProcess.SERVICE_REQUEST));
    }
}
