package io.mandate.relationship;

/** What somebody wanted to do about the end of a relationship came too late; nothing was changed. */
public class EndingRefusedException extends RuntimeException {

    /** What stood in the way. */
    public enum Why {
        /** The relationship is not in force: never accepted, or ended. */
        NOT_IN_FORCE,
        /** One side has asked already. */
        ASKED_ALREADY,
        /** It was taken back, or the relationship has ended meanwhile. */
        CLOSED,
        /** It is for the other side to do this. */
        OTHER_SIDE
    }

    private final Why why;

    public EndingRefusedException(Why why) {
        super("The end of the relationship: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
