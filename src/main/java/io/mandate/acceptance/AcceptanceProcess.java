package io.mandate.acceptance;

import io.mandate.engine.WaitingInstances.Matter;
import io.mandate.engine.WaitingInstances;
import io.mandate.relationship.Request;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Tells the process {@code acceptance} what the customer did. Called by other processes with the request's id. */
@Component
public class AcceptanceProcess {

    public static final String KEY = "acceptance";

    public static final String TASK_APPROVE_RELATIONSHIP = "Task_ApproveRelationship";

    public static final String MESSAGE_REQUEST_WITHDRAWN = "RequestWithdrawn";
    /** It is to be sent again: because the partner says so, or because its mail came back. */
    public static final String MESSAGE_REQUEST_SENT_AGAIN = "RequestSentAgain";

    /** Text: id of the request. */
    public static final String REQUEST = "request";
    /** Date: when the link stops working. */
    public static final String VALID_UNTIL = "validUntil";
    /** Date: when the partner hears that the customer stays silent. */
    public static final String NUDGE_AT = "nudgeAt";
    /** Text: an {@link Answer}'s id, for the calling process. */
    public static final String ANSWER = "answer";

    private final WaitingInstances waiting;

    AcceptanceProcess(WaitingInstances waiting) {
        this.waiting = waiting;
    }

    /**
     * The customer said yes to all or part of it. Throws {@link ConcurrencyFailureException} where the process was just
     * doing something else, such as reminding the customer: the whole transaction may be tried again.
     */
    void approved(Request request) {
        answered(request, Answer.APPROVED);
    }

    /** The customer said no; throws as {@link #approved}. */
    void declined(Request request) {
        answered(request, Answer.DECLINED);
    }

    /** The partner wants the mail to go out again, with a new link; throws as {@link #approved}. */
    public void sentAgain(Request request) {
        linkClosed(request, Answer.SEND_AGAIN);
    }

    /** The mail with the live link came back, so that another one is needed; throws as {@link #approved}. */
    public void mailReturned(Request request) {
        linkClosed(request, Answer.RETURNED);
    }

    private void linkClosed(Request request, Answer answer) {
        waiting.correlate(MESSAGE_REQUEST_SENT_AGAIN, matter(request), Map.of(ANSWER, answer.id()));
    }

    private void answered(Request request, Answer answer) {
        waiting.complete(TASK_APPROVE_RELATIONSHIP, matter(request), Map.of(ANSWER, answer.id()));
    }

    private static Matter matter(Request request) {
        return new Matter(request.relationshipId(), REQUEST, request.id());
    }
}
