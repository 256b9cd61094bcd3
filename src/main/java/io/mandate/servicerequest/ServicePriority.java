package io.mandate.servicerequest;

/** How much a service request matters, as the partner sees it; the decision table makes deadlines of it. */
public enum ServicePriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
