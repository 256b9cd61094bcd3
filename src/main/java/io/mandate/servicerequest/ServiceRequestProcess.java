package io.mandate.servicerequest;

import io.mandate.engine.EngineCommands;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Starts the process {@code service-request} and tells it what people did. Every method that does throws
 * {@link org.springframework.dao.ConcurrencyFailureException} where a job changed the process at the same moment: the whole
 * transaction may be tried again.
 */
@Component
public class ServiceRequestProcess {

    public static final String KEY = "service-request";

    public static final String TASK_WORK_ON_SERVICE_REQUEST = "Task_WorkOnServiceRequest";
    public static final String TASK_ANSWER_QUESTION = "Task_AnswerQuestion";
    public static final String MESSAGE_NEWS_ARRIVED = "NewsArrived";
    public static final String MESSAGE_SOLVED_WITHOUT_ANSWER = "SolvedWithoutAnswer";
    public static final String MESSAGE_SERVICE_REQUEST_WITHDRAWN = "ServiceRequestWithdrawn";

    /** Text: id of the service request. */
    public static final String SERVICE_REQUEST = "serviceRequest";
    /** Date: when it is escalated if it is still open then. */
    public static final String ESCALATE_AT = "escalateAt";
    /** Text: a {@link SupportAnswer}'s id. */
    public static final String ANSWER = "answer";

    /** Field of both forms: all that was said. */
    private static final String FORM_CONVERSATION = "conversation";

    private final RuntimeService runtime;
    private final TaskService tasks;

    ServiceRequestProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** A partner opened it. */
    void opened(ServiceRequest request) {
        runtime.startProcessInstanceByKey(KEY, businessKey(request), Map.of(SERVICE_REQUEST, request.id().toString()));
    }

    /** Something was said that everybody concerned has to be told. */
    void newsArrived(ServiceRequest request) {
        EngineCommands.run(() -> message(MESSAGE_NEWS_ARRIVED, request).correlate());
    }

    /** Support is done, or asks back. */
    void answered(ServiceRequest request, SupportAnswer answer) {
        complete(TASK_WORK_ON_SERVICE_REQUEST, request, Map.of(ANSWER, answer.id()));
    }

    /** Support solved it although it had asked back. */
    void solvedWithoutAnswer(ServiceRequest request) {
        EngineCommands.run(() -> message(MESSAGE_SOLVED_WITHOUT_ANSWER, request).correlate());
    }

    /** The partner answered what support had asked. */
    void questionAnswered(ServiceRequest request) {
        complete(TASK_ANSWER_QUESTION, request, Map.of());
    }

    /** The partner took it back, wherever it stands. */
    void withdrawn(ServiceRequest request) {
        EngineCommands.run(() -> message(MESSAGE_SERVICE_REQUEST_WITHDRAWN, request).correlate());
    }

    /** Something was said: the form of whoever works on it shows that, too. */
    void conversationGrew(ServiceRequest request, String conversation) {
        tasks.createTaskQuery().processInstanceBusinessKey(businessKey(request))
                .processVariableValueEquals(SERVICE_REQUEST, request.id().toString()).list()
                .forEach(task -> EngineCommands.run(
                        () -> tasks.setVariableLocal(task.getId(), FORM_CONVERSATION, conversation)));
    }

    /** It took too long: support's task gets this priority. */
    void escalated(ServiceRequest request, int taskPriority) {
        task(TASK_WORK_ON_SERVICE_REQUEST, request).ifPresent(task -> tasks.setPriority(task.getId(), taskPriority));
    }

    private void complete(String task, ServiceRequest request, Map<String, Object> variables) {
        String id = task(task, request).orElseThrow().getId();
        EngineCommands.run(() -> tasks.complete(id, variables));
    }

    private Optional<Task> task(String task, ServiceRequest request) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .taskDefinitionKey(task)
                .processInstanceBusinessKey(businessKey(request))
                .processVariableValueEquals(SERVICE_REQUEST, request.id().toString())
                .singleResult());
    }

    private MessageCorrelationBuilder message(String name, ServiceRequest request) {
        return runtime.createMessageCorrelation(name)
                .processInstanceBusinessKey(businessKey(request))
                .processInstanceVariableEquals(SERVICE_REQUEST, request.id().toString());
    }

    private static String businessKey(ServiceRequest request) {
        return request.relationshipId().toString();
    }
}
