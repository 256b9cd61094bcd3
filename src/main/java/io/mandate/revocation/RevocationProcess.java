package io.mandate.revocation;

import io.mandate.relationship.Revocation;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process {@code revocation}. */
@Component
public class RevocationProcess {

    public static final String KEY = "revocation";

    public static final String TASK_CLEAR_WHAT_IS_LEFT = "Task_ClearWhatIsLeft";

    /** Text: id of the revocation. */
    public static final String REVOCATION = "revocation";
    /** True or false: whether any of the services concerned can be told and asked. */
    public static final String TELLABLE = "tellable";
    /** True or false: whether a service still gave the partner anything when it was asked last. */
    public static final String SOMETHING_LEFT = "somethingLeft";

    private final RuntimeService runtime;
    private final Clearing clearing;

    RevocationProcess(RuntimeService runtime, Clearing clearing) {
        this.runtime = runtime;
        this.clearing = clearing;
    }

    /** Permissions have stopped counting. */
    void revoked(Revocation revocation) {
        runtime.startProcessInstanceByKey(KEY, revocation.relationshipId().toString(), Map.of(
                REVOCATION, revocation.id().toString(), TELLABLE, clearing.isTellable(revocation)));
    }
}
