package io.mandate.relationship;

/** Where a relationship stands, as lists show and filter it. */
public enum RelationshipStatus {
    /** Asked for, not answered yet. */
    REQUESTED,
    /** Accepted by the customer, who gave the partner at least one permission. */
    IN_FORCE,
    /** Accepted by the customer, and the partner holds no permission: none was given, or the last was lost. The duty stands. */
    WITHOUT_PERMISSION,
    /** Never in force; the last request was declined. */
    DECLINED,
    /** Never in force; the last request expired. */
    EXPIRED,
    /** Never in force; the last request was withdrawn. */
    WITHDRAWN,
    /** It was in force and has ended, and with it the duty. A new acceptance begins it anew. */
    ENDED;

    /** Whether the customer accepted, and it has not ended. */
    public boolean isInForce() {
        return this == IN_FORCE || this == WITHOUT_PERMISSION;
    }
}
