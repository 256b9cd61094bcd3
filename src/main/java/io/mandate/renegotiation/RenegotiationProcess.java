package io.mandate.renegotiation;

import io.mandate.engine.WaitingInstances.Matter;
import io.mandate.engine.WaitingInstances;
import io.mandate.relationship.Renegotiation;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Starts the process {@code renegotiation} and tells it what people did. */
@Component
public class RenegotiationProcess {

    public static final String KEY = "renegotiation";

    public static final String TASK_CONFIRM_RENEGOTIATION = "Task_ConfirmRenegotiation";
    public static final String TASK_ACCEPT_DUTY = "Task_AcceptDuty";

    public static final String MESSAGE_PROPOSAL_TAKEN_BACK = "ProposalTakenBack";
    /** Also where it is the relationship of the partner that was to get the duty. */
    public static final String MESSAGE_RELATIONSHIP_ENDED = "RelationshipEnded";

    /** Text: id of the renegotiation. */
    public static final String RENEGOTIATION = "renegotiation";
    /** True or false: whether another partner is to get the duty. */
    public static final String HAND_OVER = "handOver";
    /** Text: an {@link Answer}. */
    public static final String ANSWER = "answer";

    private final RuntimeService runtime;
    private final WaitingInstances waiting;

    RenegotiationProcess(RuntimeService runtime, WaitingInstances waiting) {
        this.runtime = runtime;
        this.waiting = waiting;
    }

    /** One side proposed it. */
    void proposed(Renegotiation one) {
        runtime.startProcessInstanceByKey(KEY, one.relationshipId().toString(),
                Map.of(RENEGOTIATION, one.id().toString(), HAND_OVER, one.isHandOver()));
    }

    /**
     * The other side confirmed or declined. Throws {@link ConcurrencyFailureException} where the process was just doing
     * something else, such as telling both sides: the whole transaction may be tried again.
     */
    void otherSideAnswered(Renegotiation one) {
        waiting.complete(TASK_CONFIRM_RENEGOTIATION, matter(one), Map.of());
    }

    /** The other partner accepted the duty or declined; throws as {@link #otherSideAnswered}. */
    void otherPartnerAnswered(Renegotiation one) {
        waiting.complete(TASK_ACCEPT_DUTY, matter(one), Map.of());
    }

    /** The side that proposed it took it back; throws as {@link #otherSideAnswered}. Nothing more where an operator deleted the process. */
    void takenBack(Renegotiation one) {
        correlate(MESSAGE_PROPOSAL_TAKEN_BACK, one);
    }

    /** A relationship that it is about ends; throws as {@link #otherSideAnswered}. Nothing more where an operator deleted the process. */
    void overtaken(Renegotiation one) {
        correlate(MESSAGE_RELATIONSHIP_ENDED, one);
    }

    private void correlate(String message, Renegotiation one) {
        if (isRunning(one)) {
            waiting.correlate(message, matter(one), Map.of());
        }
    }

    /** Its instance lives until it is closed, unless an operator deleted it. */
    private boolean isRunning(Renegotiation one) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(KEY)
                .processInstanceBusinessKey(one.relationshipId().toString())
                .variableValueEquals(RENEGOTIATION, one.id().toString()).count() > 0;
    }

    private static Matter matter(Renegotiation one) {
        return new Matter(one.relationshipId(), RENEGOTIATION, one.id());
    }
}
