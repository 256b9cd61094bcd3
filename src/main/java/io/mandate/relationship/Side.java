package io.mandate.relationship;

import java.util.Locale;

/** One of the two sides of a relationship. */
public enum Side {
    PARTNER,
    CUSTOMER;

    /** By which decision tables know it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
