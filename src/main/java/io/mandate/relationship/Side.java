package io.mandate.relationship;

import java.util.Locale;

/** One of the two sides of a relationship. */
public enum Side {
    PARTNER,
    CUSTOMER;

    /** The one across from this. */
    public Side other() {
        return this == PARTNER ? CUSTOMER : PARTNER;
    }

    /** By which decision tables know it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
