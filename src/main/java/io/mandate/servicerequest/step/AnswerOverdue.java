package io.mandate.servicerequest.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.servicerequest.ServiceRequestProcess;
import io.mandate.servicerequest.ServiceRequestRegister;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("servicerequestAnswerOverdue")
public class AnswerOverdue {

    private final ServiceRequestRegister register;

    AnswerOverdue(ServiceRequestRegister register) {
        this.register = register;
    }

    /** The timer's date: the one that the partner's page names. */
    public Date next(DelegateExecution execution) {
        return Date.from(register.get(ProcessVariables.id(execution, ServiceRequestProcess.SERVICE_REQUEST))
                .answerBy().orElseThrow());
    }
}
