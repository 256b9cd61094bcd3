package io.mandate.relationship;

/** What a look at the service itself showed after a permission was lost. */
public enum CheckResult {
    /** Not looked yet. */
    PENDING,
    /** The service cannot be asked. */
    NOT_CHECKED,
    /** The partner can do nothing there any more. */
    NOTHING_LEFT,
    /** The partner can still do something there. */
    LEFT_OVER
}
