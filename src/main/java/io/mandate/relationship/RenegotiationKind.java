package io.mandate.relationship;

import java.util.Locale;

/** What is proposed about a partner's duty to support a customer. */
public enum RenegotiationKind {
    /** The duty ends, and nobody takes it on. */
    RELEASE,
    /** Another partner of the customer takes it on. */
    HAND_OVER;

    /** By which pages and forms know it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
