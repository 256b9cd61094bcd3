package io.mandate.servicerequest;

/** Who takes part in a service request. */
public enum Side {
    /** Staff of the partner that opened it. */
    PARTNER,
    /** Administrators of the customer on whose behalf it was opened. */
    CUSTOMER,
    /** The provider's support. */
    SUPPORT
}
