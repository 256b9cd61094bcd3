package io.mandate.restoration;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestStatus;
import io.mandate.request.EndEvents;
import io.mandate.request.RequestDiagram;
import io.mandate.request.RequestProcess;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process {@code restoration}; the rest is {@link RequestProcess}. */
@Component
public class RestorationProcess implements RequestDiagram {

    public static final String KEY = "restoration";

    public static final String END_EVENT_PERMISSION_GRANTED = "EndEvent_PermissionGranted";
    public static final String END_EVENT_REQUEST_DECLINED = "EndEvent_RequestDeclined";
    public static final String END_EVENT_REQUEST_EXPIRED = "EndEvent_RequestExpired";
    public static final String END_EVENT_REQUEST_WITHDRAWN = "EndEvent_RequestWithdrawn";

    public static final String MESSAGE_REQUEST_WITHDRAWN = RequestProcess.MESSAGE_REQUEST_WITHDRAWN;
    public static final String ERROR_ADDRESS_REFUSED = RequestProcess.ERROR_ADDRESS_REFUSED;
    public static final String ERROR_ADDRESS_NOT_CORRECTED = RequestProcess.ERROR_ADDRESS_NOT_CORRECTED;

    /** Text: id of the request. */
    public static final String REQUEST = RequestProcess.REQUEST;
    /** Text: id of a {@link io.mandate.relationship.SentBy}. */
    public static final String SENT_BY = RequestProcess.SENT_BY;
    /** Yes or no: whether the mail sent last came back. */
    public static final String MAIL_CAME_BACK = RequestProcess.MAIL_CAME_BACK;
    /** Text: id of an {@link io.mandate.acceptance.Answer}. */
    public static final String ANSWER = RequestProcess.ANSWER;

    private static final EndEvents ENDS = new EndEvents(END_EVENT_PERMISSION_GRANTED, END_EVENT_REQUEST_DECLINED,
            END_EVENT_REQUEST_EXPIRED, END_EVENT_REQUEST_WITHDRAWN);

    private final RuntimeService runtime;

    RestorationProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** A partner asked; the request is sent by whom it says. */
    void asked(Request request) {
        runtime.startProcessInstanceByKey(KEY, request.relationshipId().toString(), Map.of(
                REQUEST, request.id().toString(), SENT_BY, request.sentBy().orElseThrow().id(), MAIL_CAME_BACK, false));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.RESTORATION, RequestKind.ADDITIONAL_SERVICE);
    }

    @Override
    public Optional<String> end(RequestStatus status) {
        return ENDS.of(status);
    }
}
