package io.mandate.passkey;

/** What a device sent proves nothing, or nothing that is asked for. The message is for the log. */
public class PasskeyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PasskeyRefusedException(String message) {
        super(message);
    }

    PasskeyRefusedException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
