package io.mandate.servicerequest;

import io.mandate.relationship.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a partner on duty asks the provider's support for.
 *
 * @param id made by the page on which it is typed, so that sending the form twice opens one request
 * @param service id of the service it is about, empty for the account as a whole
 * @param text empty where a list was asked for
 * @param opener the person of the partner who opened it
 * @param deadlines from the decision table; empty only until the transaction that opens it has set them
 * @param askedAt since when support waits for the partner, while it does
 * @param answerBy until when it does; then the request goes back to support
 * @param erasedAt since when it is without persons and what they wrote
 */
public record ServiceRequest(
        UUID id, UUID relationshipId, String service, ServicePriority priority, String subject, String text,
        ServiceRequestStatus status, Request.Requester opener, Instant openedAt, Optional<Deadlines> deadlines,
        Optional<Instant> askedAt, Optional<Instant> answerBy, Optional<Instant> escalatedAt,
        Optional<Instant> closedAt, Optional<Instant> erasedAt) {

    /** Longest subject, in characters. */
    public static final int MAX_SUBJECT = 200;

    /** Longest text, in characters. */
    public static final int MAX_TEXT = 3000;

    /**
     * Until when it is to be solved.
     *
     * @param escalateAt when it is escalated if it is still open then
     * @param taskPriority of its task in the engine, from 0 to 100
     */
    public record Deadlines(Instant dueAt, Instant escalateAt, int taskPriority) {

        Deadlines later(Duration time) {
            return new Deadlines(dueAt.plus(time), escalateAt.plus(time), taskPriority);
        }
    }

    /** The deadlines from now on if support stops waiting for the partner at this instant: the time that it waited does not count. */
    Deadlines after(Instant now) {
        return deadlines.orElseThrow().later(askedAt.map(asked -> Duration.between(asked, now)).orElse(Duration.ZERO));
    }

    /** When it is due. */
    public Instant dueAt() {
        return deadlines.orElseThrow().dueAt();
    }

    /** Whether it is open and its due date has passed. */
    public boolean isOverdue(Instant now) {
        return status == ServiceRequestStatus.OPEN && dueAt().isBefore(now);
    }
}
