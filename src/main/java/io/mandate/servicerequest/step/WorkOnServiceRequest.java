package io.mandate.servicerequest.step;

import io.mandate.engine.FormRefusedException;
import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.servicerequest.Author;
import io.mandate.servicerequest.ServiceRequest.Deadlines;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestProcess;
import io.mandate.servicerequest.SupportAnswer;
import io.mandate.servicerequest.SupportDesk;
import io.mandate.servicerequest.Transcripts;
import java.util.Arrays;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives support's task its priority and due date, fills its form in Tasklist, and records what was decided there. */
@Component("servicerequestWorkOnServiceRequest")
class WorkOnServiceRequest implements TaskListener {

    private static final String DECISION = "decision";

    private final SupportDesk desk;
    private final Transcripts transcripts;

    WorkOnServiceRequest(SupportDesk desk, Transcripts transcripts) {
        this.desk = desk;
        this.transcripts = transcripts;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID id = ProcessVariables.id(task, ServiceRequestProcess.SERVICE_REQUEST);
        FormValues form = FormValues.of(task);
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            fill(task, desk.get(id));
        } else if (form.has(DECISION)) {
            SupportAnswer answer = Arrays.stream(SupportAnswer.values())
                    .filter(one -> one.id().equals(form.text(DECISION))).findFirst()
                    .orElseThrow(() -> new FormRefusedException("Please choose whether you ask back or have solved it"));
            desk.record(answer, id, UUID.randomUUID(), form.text("text"), Author.ofSupport(SignedIn.current()));
            task.setVariable(ServiceRequestProcess.ANSWER, answer.id());
        }
    }

    private void fill(DelegateTask task, SupportDesk.Case one) {
        ServiceRequest request = one.request();
        Deadlines deadlines = request.deadlines().orElseThrow();
        task.setPriority(deadlines.taskPriority());
        task.setDueDate(Date.from(deadlines.dueAt()));
        task.setVariableLocal("customer", one.relationship().organisation() + ", "
                + one.relationship().customer().identity().value() + ", " + one.relationship().customer().id());
        task.setVariableLocal("partner",
                one.partner() + ", " + request.opener().name() + " <" + request.opener().address() + ">");
        task.setVariableLocal("service", request.service().isEmpty() ? "the account as a whole" : request.service());
        task.setVariableLocal("subject", request.subject());
        task.setVariableLocal("conversation", transcripts.of(request));
    }
}
