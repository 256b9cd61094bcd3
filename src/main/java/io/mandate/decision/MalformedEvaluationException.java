package io.mandate.decision;

/** A question that is not put as the standard has it; the message, free of what was sent, says what is wrong. */
public class MalformedEvaluationException extends RuntimeException {

    public MalformedEvaluationException(String message) {
        super(message);
    }
}
