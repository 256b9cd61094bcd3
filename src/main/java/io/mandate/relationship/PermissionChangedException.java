package io.mandate.relationship;

/** A permission is not held any more as it was shown to the person who wanted to change it; nothing was stored. */
public class PermissionChangedException extends RuntimeException {

    private final String service;

    public PermissionChangedException(String service) {
        super("The permission for " + service + " has changed since it was shown");
        this.service = service;
    }

    /** The service concerned. */
    public String service() {
        return service;
    }
}
