package io.mandate.restoration;

import java.util.UUID;

/** The relationship is not in force: the customer has not accepted it, or it has ended. A relationship is asked for first. */
public class NotInForceException extends RuntimeException {

    private final UUID relationship;

    NotInForceException(UUID relationship) {
        super("Relationship " + relationship + " is not in force");
        this.relationship = relationship;
    }

    /** The relationship's id. */
    public UUID relationship() {
        return relationship;
    }
}
