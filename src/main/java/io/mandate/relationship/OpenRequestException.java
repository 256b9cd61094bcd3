package io.mandate.relationship;

import java.util.UUID;

/** The partner already asks this customer for one of the services. */
public class OpenRequestException extends RuntimeException {

    private final UUID open;

    OpenRequestException(UUID open) {
        super("Request " + open + " already asks for this");
        this.open = open;
    }

    /** The request that is open. */
    public UUID open() {
        return open;
    }
}
