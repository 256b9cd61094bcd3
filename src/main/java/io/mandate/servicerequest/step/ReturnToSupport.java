package io.mandate.servicerequest.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.servicerequest.Escalation;
import io.mandate.servicerequest.ServiceRequestProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("servicerequestReturnToSupport")
class ReturnToSupport implements JavaDelegate {

    private final Escalation escalation;

    ReturnToSupport(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ServiceRequestProcess.ESCALATE_AT, Date.from(escalation
                .returnToSupport(ProcessVariables.id(execution, ServiceRequestProcess.SERVICE_REQUEST)).escalateAt()));
    }
}
