package io.mandate.relationship;

/** A request cannot do what was asked of it in its present status. */
public class IllegalTransitionException extends RuntimeException {

    private final RequestStatus present;

    IllegalTransitionException(Request request, String wanted) {
        super("Request " + request.id() + " is " + request.status() + "; it cannot be " + wanted);
        this.present = request.status();
    }

    /** The status that stood in the way. */
    public RequestStatus present() {
        return present;
    }
}
