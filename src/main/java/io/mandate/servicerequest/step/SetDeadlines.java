package io.mandate.servicerequest.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.servicerequest.Escalation;
import io.mandate.servicerequest.ServiceRequestProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("servicerequestSetDeadlines")
class SetDeadlines implements JavaDelegate {

    private final Escalation escalation;

    SetDeadlines(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var deadlines = escalation.setDeadlines(ProcessVariables.id(execution, ServiceRequestProcess.SERVICE_REQUEST));
        execution.setVariable(ServiceRequestProcess.ESCALATE_AT, Date.from(deadlines.escalateAt()));
    }
}
