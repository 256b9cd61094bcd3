package io.mandate.servicerequest;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing said about a service request.
 *
 * @param id made by the page on which it is typed, so that sending it twice says it once
 * @param author who said it; of what the clock did, whom it concerns: who opened the request, or who had asked
 * @param text empty where the kind says all: the request's own text is in the request
 */
public record Comment(UUID id, UUID serviceRequestId, Kind kind, Author author, Instant writtenAt, String text) {

    /** Longest text, in characters. */
    public static final int MAX_TEXT = 3000;

    /** What it does to the request. */
    public enum Kind {
        OPENED,
        COMMENT,
        /** Support asks the partner back. */
        QUESTION,
        /** The partner answers that. */
        ANSWER,
        /** The partner did not answer that in time: support goes on without it. */
        UNANSWERED,
        /** It was not solved in time. */
        ESCALATED,
        SOLUTION,
        WITHDRAWN
    }
}
