package io.mandate.servicerequest.web;

import io.mandate.servicerequest.Comment;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequestStatus;
import io.mandate.servicerequest.Side;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A service request in the words of pages.
 *
 * @param service its name, empty for the account as a whole
 * @param opener name of the person who opened it
 * @param overdue whether it should have been solved by now
 * @param answerBy until when support waits for the partner, while it does
 */
public record ServiceRequestView(
        UUID id, String subject, String service, ServicePriority priority, ServiceRequestStatus status, String opener,
        Instant openedAt, Instant dueAt, boolean overdue, Optional<Instant> answerBy,
        Optional<Instant> escalatedAt, Optional<Instant> closedAt) {

    /** Something said about it. */
    public record Said(Comment.Kind kind, Side side, String name, Instant at, String text) {}
}
