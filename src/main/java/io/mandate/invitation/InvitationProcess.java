package io.mandate.invitation;

import io.mandate.engine.WaitingInstances;
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

/** Starts the process {@code invitation} and tells it that the draft was reviewed; the rest is {@link RequestProcess}. */
@Component
public class InvitationProcess implements RequestDiagram {

    public static final String KEY = "invitation";

    public static final String TASK_REVIEW_INVITATION = "Task_ReviewInvitation";
    public static final String END_EVENT_RELATIONSHIP_IN_FORCE = "EndEvent_RelationshipInForce";
    public static final String END_EVENT_INVITATION_DECLINED = "EndEvent_InvitationDeclined";
    public static final String END_EVENT_INVITATION_EXPIRED = "EndEvent_InvitationExpired";
    public static final String END_EVENT_INVITATION_WITHDRAWN = "EndEvent_InvitationWithdrawn";

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

    private static final EndEvents ENDS = new EndEvents(END_EVENT_RELATIONSHIP_IN_FORCE, END_EVENT_INVITATION_DECLINED,
            END_EVENT_INVITATION_EXPIRED, END_EVENT_INVITATION_WITHDRAWN);

    private final RuntimeService runtime;
    private final WaitingInstances waiting;

    InvitationProcess(RuntimeService runtime, WaitingInstances waiting) {
        this.runtime = runtime;
        this.waiting = waiting;
    }

    /** A partner opened a request on a page. */
    void requested(Request request) {
        runtime.startProcessInstanceByKey(
                KEY, request.relationshipId().toString(), Map.of(REQUEST, request.id().toString()));
    }

    /** The draft was reviewed and is sent by whom it says. */
    void reviewed(Request request) {
        waiting.complete(TASK_REVIEW_INVITATION, RequestProcess.matter(request),
                Map.of(SENT_BY, request.sentBy().orElseThrow().id(), MAIL_CAME_BACK, false));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.INVITATION);
    }

    @Override
    public Optional<String> end(RequestStatus status) {
        return ENDS.of(status);
    }
}
