package io.mandate.engine.model;

/** A diagram, table or form that cannot even be looked at; the message says why, as the second half of a sentence. */
class UnreadableModelException extends RuntimeException {

    UnreadableModelException(String message) {
        super(message);
    }
}
