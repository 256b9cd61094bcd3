package io.mandate.servicerequest;

import java.util.Locale;

/** A service request cannot do what was asked of it where it stands by now; nothing was changed. */
public class TooLateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ServiceRequestStatus present;

    TooLateException(ServiceRequestStatus present) {
        super("Too late: this service request is " + present.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " by now. Nothing was changed");
        this.present = present;
    }

    /** The status that stands in the way. */
    public ServiceRequestStatus present() {
        return present;
    }
}
