package io.mandate.engine;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The tasks at which requests wait for a person. */
@Component
public class RequestTasks {

    /** Text: id of the request; every process about one has it. */
    private static final String REQUEST = "request";

    private final TaskService tasks;

    RequestTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /**
     * Completes the task of this id at which the request waits.
     *
     * @throws ConcurrencyFailureException where it does not wait there, or a job changed its process at the same moment: the
     *     whole transaction may be tried again
     */
    public void complete(String task, UUID relationship, UUID request, Map<String, Object> variables) {
        Task waiting = tasks.createTaskQuery()
                .taskDefinitionKey(task)
                .processInstanceBusinessKey(relationship.toString())
                .processVariableValueEquals(REQUEST, request.toString())
                .singleResult();
        if (waiting == null) {
            throw new ConcurrencyFailureException("The request does not wait at " + task + " any more");
        }
        EngineCommands.run(() -> tasks.complete(waiting.getId(), variables));
    }
}
