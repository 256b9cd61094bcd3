package io.mandate.termination;

import io.mandate.engine.EngineCommands;
import io.mandate.relationship.Termination;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Starts the process {@code termination} and tells it what people did. */
@Component
public class TerminationProcess {

    public static final String KEY = "termination";

    public static final String TASK_CONFIRM_END = "Task_ConfirmEnd";

    public static final String MESSAGE_END_TAKEN_BACK = "EndTakenBack";

    /** Text: id of the termination. */
    public static final String TERMINATION = "termination";
    /** True or false: whether something keeps the relationship from ending. */
    public static final String SOMETHING_OPEN = "somethingOpen";
    /** True or false: whether any permission was held until the end. */
    public static final String SOMETHING_HELD = "somethingHeld";
    /** Text: id of the revocation of what was held, for the process {@code revocation}. */
    public static final String REVOCATION = "revocation";
    /** True or false: whether any of the services concerned can be told, for the process {@code revocation}. */
    public static final String TELLABLE = "tellable";

    private final RuntimeService runtime;
    private final TaskService tasks;

    TerminationProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** One side asked for the end. */
    void asked(Termination termination) {
        runtime.startProcessInstanceByKey(
                KEY, termination.relationshipId().toString(), Map.of(TERMINATION, termination.id().toString()));
    }

    /**
     * The other side confirmed. Throws {@link ConcurrencyFailureException} where the process was just doing something else,
     * such as telling both sides: the whole transaction may be tried again.
     */
    void confirmed(Termination termination) {
        EngineCommands.run(() -> tasks.complete(tasks.createTaskQuery()
                .taskDefinitionKey(TASK_CONFIRM_END)
                .processInstanceBusinessKey(termination.relationshipId().toString())
                .processVariableValueEquals(TERMINATION, termination.id().toString())
                .singleResult().getId()));
    }

    /** The side that asked took it back; throws as {@link #confirmed}. */
    void takenBack(Termination termination) {
        EngineCommands.run(() -> runtime.createMessageCorrelation(MESSAGE_END_TAKEN_BACK)
                .processInstanceBusinessKey(termination.relationshipId().toString())
                .processInstanceVariableEquals(TERMINATION, termination.id().toString())
                .correlate());
    }
}
