package io.mandate.servicerequest.step;

import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestProcess;
import io.mandate.servicerequest.ServiceRequestRegister;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.servicerequest.Transcripts;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Fills the form of the partner's task in Tasklist, records what was answered there, and moves the escalation accordingly. */
@Component("servicerequestAnswerQuestion")
class AnswerQuestion implements TaskListener {

    private static final String TEXT = "text";

    private final ServiceRequests requests;
    private final ServiceRequestRegister register;
    private final Transcripts transcripts;

    AnswerQuestion(ServiceRequests requests, ServiceRequestRegister register, Transcripts transcripts) {
        this.requests = requests;
        this.register = register;
        this.transcripts = transcripts;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID id = ProcessVariables.id(task, ServiceRequestProcess.SERVICE_REQUEST);
        FormValues form = FormValues.of(task);
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            ServiceRequest request = register.get(id);
            task.setVariableLocal("subject", request.subject());
            task.setVariableLocal("conversation", transcripts.of(request));
            return;
        }
        if (form.has(TEXT)) {
            requests.recordAnswer(id, UUID.randomUUID(), form.text(TEXT), SignedIn.current().staff());
        }
        task.setVariable(ServiceRequestProcess.ESCALATE_AT,
                Date.from(register.get(id).deadlines().orElseThrow().escalateAt()));
    }
}
