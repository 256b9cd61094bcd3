package io.mandate.servicerequest;

/** The partner cannot open a service request on behalf of this customer now; nothing was opened. */
public class OpeningRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    OpeningRefusedException(Why why) {
        super("No service request is opened: " + why);
        this.why = why;
    }

    /** What is in the way. */
    public enum Why {
        /** The partner has no duty to support the customer. */
        NO_DUTY,
        /** The relationship was to end, and does so once the service requests are closed that are open. */
        END_PUT_OFF
    }

    public Why why() {
        return why;
    }
}
