package io.mandate.grant;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestStatus;
import io.mandate.request.RequestDiagram;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract of the process {@code grant}, which is called by others with the request's id, or started for a move. */
@Component
public class GrantProcess implements RequestDiagram {

    public static final String KEY = "grant";

    public static final String END_EVENT_PERMISSION_GRANTED = "EndEvent_PermissionGranted";

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

    @Override
    public String key() {
        return KEY;
    }

    /** Those that nobody asked; what others run calls this process on its way. */
    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.ASSIGNMENT);
    }

    @Override
    public Optional<String> end(RequestStatus status) {
        return Optional.of(END_EVENT_PERMISSION_GRANTED);
    }
}
