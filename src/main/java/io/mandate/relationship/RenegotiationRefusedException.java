package io.mandate.relationship;

/** What somebody wanted to do about a duty to support is not possible, or came too late; nothing was changed. */
public class RenegotiationRefusedException extends RuntimeException {

    /** What stood in the way. */
    public enum Why {
        /** The relationship is not in force: never accepted, or ended. */
        NOT_IN_FORCE("The relationship is not in force"),
        /** The partner has no duty that could be released or handed over. */
        NO_DUTY("The partner has no duty to support the customer"),
        /** One is open already. */
        OPEN_ALREADY("Something was proposed about the duty already"),
        /** It was answered, taken back or overtaken meanwhile, or the time to answer is over. */
        CLOSED("The proposal was decided meanwhile, or its time is over"),
        /** It is for somebody else to do this. */
        OTHER_SIDE("This is for somebody else to do"),
        /** The partner chosen has no relationship in force with the customer, or is the one that has the duty. */
        PARTNER_GONE("The partner that is to take on the duty is not available"),
        /** The partner chosen is to take on another duty already. */
        PARTNER_ASKED("The partner that is to take on the duty is already asked to take on another"),
        /** Something about the own duty of the partner chosen is open. */
        PARTNER_BUSY("Something is proposed or agreed about the own duty of the partner that is to take it on"),
        /** The partner that the customer wants cannot be asked, for a reason that the other partner need not know. */
        PARTNER_UNAVAILABLE("The partner that is to take on the duty cannot be asked right now"),
        /** The partner is to take on another's duty itself. */
        TAKING_ON("The partner is asked to take on another duty, or has agreed to");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Why why;

    public RenegotiationRefusedException(Why why) {
        super(why.sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
