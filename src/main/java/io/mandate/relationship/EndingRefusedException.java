package io.mandate.relationship;

/** What somebody wanted to do about the end of a relationship came too late; nothing was changed. */
public class EndingRefusedException extends RuntimeException {

    /** What stood in the way. */
    public enum Why {
        /** The relationship is not in force: never accepted, or ended. */
        NOT_IN_FORCE("The relationship is not in force"),
        /** One side has asked already. */
        ASKED_ALREADY("The end of the relationship was asked for already"),
        /** It was taken back, or the relationship has ended meanwhile. */
        CLOSED("The end of the relationship was taken back or came about meanwhile"),
        /** It is for the other side to do this. */
        OTHER_SIDE("This is for the other side to do");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Why why;

    public EndingRefusedException(Why why) {
        super(why.sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
