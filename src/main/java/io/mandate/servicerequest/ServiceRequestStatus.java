package io.mandate.servicerequest;

/** Where a service request stands. */
public enum ServiceRequestStatus {
    /** Support is at it. */
    OPEN,
    /** Support asked the partner something and waits; that time does not count. */
    WAITING_FOR_PARTNER,
    SOLVED,
    /** Taken back by the partner. */
    WITHDRAWN;

    /** Whether it is neither solved nor taken back. */
    public boolean isOpen() {
        return this == OPEN || this == WAITING_FOR_PARTNER;
    }
}
