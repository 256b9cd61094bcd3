package io.mandate.acceptance;

import java.util.Locale;

/** A genuine link that no longer leads to a question. */
public class DeadLinkException extends RuntimeException {

    /** Why a link is dead. */
    public enum Reason {
        /** A newer one was sent. */
        REPLACED,
        /** A mail came back or was refused, and no new one was sent yet. */
        RETURNED,
        WITHDRAWN,
        ANSWERED,
        EXPIRED,
        /** Its mail is just being sent. */
        NOT_YET
    }

    private final Reason reason;
    private final Locale language;

    DeadLinkException(Reason reason, Locale language) {
        super("The link is dead: " + reason);
        this.reason = reason;
        this.language = language;
    }

    public Reason reason() {
        return reason;
    }

    /** The language in which the customer was written to. */
    public Locale language() {
        return language;
    }
}
