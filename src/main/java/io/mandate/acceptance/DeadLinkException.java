package io.mandate.acceptance;

/** A genuine link that no longer leads to a question. */
public class DeadLinkException extends RuntimeException {

    /** Why a link is dead. */
    public enum Reason {
        /** A newer one was sent. */
        REPLACED,
        WITHDRAWN,
        ANSWERED,
        EXPIRED,
        /** Its mail is just being sent. */
        NOT_YET
    }

    private final Reason reason;

    DeadLinkException(Reason reason) {
        super("The link is dead: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
