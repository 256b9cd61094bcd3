package io.mandate.servicerequest;

import io.mandate.engine.EngineCommands;
import io.mandate.engine.WaitingInstances.Matter;
import io.mandate.engine.WaitingInstances;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
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
    private final WaitingInstances waiting;

    ServiceRequestProcess(RuntimeService runtime, TaskService tasks, WaitingInstances waiting) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.waiting = waiting;
    }

    /** A partner opened it. */
    void opened(ServiceRequest request) {
        runtime.startProcessInstanceByKey(
                KEY, request.relationshipId().toString(), Map.of(SERVICE_REQUEST, request.id().toString()));
    }

    /** Something was said that everybody concerned has to be told. */
    void newsArrived(ServiceRequest request) {
        waiting.correlate(MESSAGE_NEWS_ARRIVED, matter(request), Map.of());
    }

    /** Support is done, or asks back. */
    void answered(ServiceRequest request, SupportAnswer answer) {
        waiting.complete(TASK_WORK_ON_SERVICE_REQUEST, matter(request), Map.of(ANSWER, answer.id()));
    }

    /** Support solved it although it had asked back. */
    void solvedWithoutAnswer(ServiceRequest request) {
        waiting.correlate(MESSAGE_SOLVED_WITHOUT_ANSWER, matter(request), Map.of());
    }

    /** The partner answered what support had asked. */
    void questionAnswered(ServiceRequest request) {
        waiting.complete(TASK_ANSWER_QUESTION, matter(request), Map.of());
    }

    /** The partner took it back, wherever it stands. */
    void withdrawn(ServiceRequest request) {
        waiting.correlate(MESSAGE_SERVICE_REQUEST_WITHDRAWN, matter(request), Map.of());
    }

    /** Something was said: the form of whoever works on it shows that, too. */
    void conversationGrew(ServiceRequest request, String conversation) {
        waitingFor(request).list().forEach(task -> EngineCommands.run(
                () -> tasks.setVariableLocal(task.getId(), FORM_CONVERSATION, conversation)));
    }

    /** It took too long: support's task gets this priority. */
    void escalated(ServiceRequest request, int taskPriority) {
        Optional.ofNullable(waitingFor(request).taskDefinitionKey(TASK_WORK_ON_SERVICE_REQUEST).singleResult())
                .ifPresent(task -> tasks.setPriority(task.getId(), taskPriority));
    }

    private TaskQuery waitingFor(ServiceRequest request) {
        return tasks.createTaskQuery().processInstanceBusinessKey(request.relationshipId().toString())
                .processVariableValueEquals(SERVICE_REQUEST, request.id().toString());
    }

    private static Matter matter(ServiceRequest request) {
        return new Matter(request.relationshipId(), SERVICE_REQUEST, request.id());
    }
}
