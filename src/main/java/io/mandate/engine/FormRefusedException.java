package io.mandate.engine;

import jakarta.ws.rs.BadRequestException;

/**
 * A form as submitted in Tasklist is not accepted; the message, which the person sees, says why. It is no exception of
 * the engine's, since the web apps would put technical words before those.
 */
public class FormRefusedException extends BadRequestException {

    private static final long serialVersionUID = 1L;

    public FormRefusedException(String message) {
        super(message);
    }

    FormRefusedException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
