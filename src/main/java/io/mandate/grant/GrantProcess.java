package io.mandate.grant;

import io.mandate.relationship.Request;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract of the process {@code grant}, which is called by others with the request's id, or started for a move. */
@Component
public class GrantProcess {

    public static final String KEY = "grant";

    /** Text: id of the request. */
    public static final String REQUEST = "request";
    /** True or false: whether a permission was taken over from another partner. */
    public static final String TAKEN_OVER = "takenOver";
    /** True or false: whether any of the services concerned can be told and asked. */
    public static final String TELLABLE = "tellable";
    /** True or false: whether a service gave the partner less than was granted when it was asked last. */
    public static final String SOMETHING_MISSING = "somethingMissing";

    private final RuntimeService runtime;

    GrantProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** The customer decided by itself; nobody asked, so no other process calls this one. */
    public void assigned(Request request) {
        runtime.startProcessInstanceByKey(
                KEY, request.relationshipId().toString(), Map.of(REQUEST, request.id().toString()));
    }
}
