package io.mandate.restoration;

import java.util.UUID;

/** The relationship is not in force: the customer has not accepted it, or it has ended. A relationship is asked for first. */
public class NotInForceException extends RuntimeException {

    NotInForceException(UUID relationship) {
        super("Relationship " + relationship + " is not in force");
    }
}
