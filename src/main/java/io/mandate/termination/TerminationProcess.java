package io.mandate.termination;

import io.mandate.engine.WaitingInstances.Matter;
import io.mandate.engine.WaitingInstances;
import io.mandate.relationship.Termination;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
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
    private final WaitingInstances waiting;

    TerminationProcess(RuntimeService runtime, WaitingInstances waiting) {
        this.runtime = runtime;
        this.waiting = waiting;
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
        waiting.complete(TASK_CONFIRM_END, matter(termination), Map.of());
    }

    /** The side that asked took it back; throws as {@link #confirmed}. */
    void takenBack(Termination termination) {
        waiting.correlate(MESSAGE_END_TAKEN_BACK, matter(termination), Map.of());
    }

    private static Matter matter(Termination termination) {
        return new Matter(termination.relationshipId(), TERMINATION, termination.id());
    }
}
