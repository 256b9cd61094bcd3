package io.mandate.relationship;

/** Another partner than the one the customer was shown holds a permission by now; nothing was stored. */
public class HolderChangedException extends RuntimeException {

    private final String service;

    public HolderChangedException(String service) {
        super("The holder of " + service + " has changed since it was shown");
        this.service = service;
    }

    /** The service concerned. */
    public String service() {
        return service;
    }
}
