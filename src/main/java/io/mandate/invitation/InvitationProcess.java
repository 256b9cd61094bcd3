package io.mandate.invitation;

import io.mandate.acceptance.Answer;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts the process {@code invitation} and tells it what the partner did. */
@Component
public class InvitationProcess {

    public static final String KEY = "invitation";

    public static final String TASK_REVIEW_INVITATION = "Task_ReviewInvitation";
    public static final String TASK_CORRECT_ADDRESS = "Task_CorrectAddress";

    public static final String MESSAGE_REQUEST_WITHDRAWN = "RequestWithdrawn";
    public static final String ERROR_ADDRESS_REFUSED = "AddressRefused";
    public static final String ERROR_ADDRESS_NOT_CORRECTED = "AddressNotCorrected";

    /** Text: id of the request. */
    public static final String REQUEST = "request";
    /** Text: id of a {@link SentBy}. */
    public static final String SENT_BY = "sentBy";
    /** Text: id of an {@link Answer}. */
    public static final String ANSWER = "answer";

    private final RuntimeService runtime;
    private final TaskService tasks;

    InvitationProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** A partner opened a request on a page. */
    void requested(Request request) {
        runtime.startProcessInstanceByKey(KEY, businessKey(request), Map.of(REQUEST, request.id().toString()));
    }

    /** The draft was reviewed and is sent by whom it says. */
    void reviewed(Request request) {
        complete(request, TASK_REVIEW_INVITATION, Map.of(SENT_BY, request.sentBy().orElseThrow().id()));
    }

    /** The refused address was corrected. */
    void addressCorrected(Request request) {
        complete(request, TASK_CORRECT_ADDRESS, Map.of());
    }

    /** Another one sends from now on than did before. */
    void sentBy(Request request, SentBy by) {
        instance(request).ifPresent(instance -> runtime.setVariable(instance, SENT_BY, by.id()));
    }

    /** The partner took the request back, wherever it stands. */
    void withdrawn(Request request) {
        runtime.createMessageCorrelation(MESSAGE_REQUEST_WITHDRAWN)
                .processInstanceBusinessKey(businessKey(request))
                .processInstanceVariableEquals(REQUEST, request.id().toString())
                .setVariable(ANSWER, Answer.WITHDRAWN.id())
                .correlate();
    }

    /** The running instance of a request, or empty where it has ended. */
    public Optional<String> instance(Request request) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .processInstanceBusinessKey(businessKey(request))
                        .variableValueEquals(REQUEST, request.id().toString())
                        .singleResult())
                .map(ProcessInstance::getId);
    }

    private void complete(Request request, String task, Map<String, Object> variables) {
        String id = tasks.createTaskQuery()
                .taskDefinitionKey(task)
                .processInstanceBusinessKey(businessKey(request))
                .processVariableValueEquals(REQUEST, request.id().toString())
                .singleResult()
                .getId();
        tasks.complete(id, variables);
    }

    private static String businessKey(Request request) {
        return request.relationshipId().toString();
    }
}
