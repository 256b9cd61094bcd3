package io.mandate.relationship;

/** Where a relationship stands, as lists show and filter it. */
public enum RelationshipStatus {
    /** Asked for, not answered yet. */
    REQUESTED,
    /** Accepted by the customer, with or without permissions. */
    IN_FORCE,
    /** Never in force; the last request was declined. */
    DECLINED,
    /** Never in force; the last request expired. */
    EXPIRED,
    /** Never in force; the last request was withdrawn. */
    WITHDRAWN
}
