package io.mandate.decision;

/** A caller asked about a service that is not its own. */
public class ForeignServiceException extends RuntimeException {

    static final String MESSAGE = "This account may not ask about this service.";

    ForeignServiceException() {
        super(MESSAGE);
    }
}
