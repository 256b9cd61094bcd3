package io.mandate.relationship;

/** What was asked for does not exist, or not for the one who asks. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String what, Object id) {
        super("There is no " + what + " " + id);
    }
}
