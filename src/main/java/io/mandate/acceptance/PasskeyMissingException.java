package io.mandate.acceptance;

/** An approval needs a passkey of the person, and none was used in this browser within the last hour. */
public class PasskeyMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PasskeyMissingException() {
        super("A passkey is needed before approving");
    }
}
