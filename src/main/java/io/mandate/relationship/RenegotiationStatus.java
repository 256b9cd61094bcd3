package io.mandate.relationship;

/** Where a proposal about the duty to support stands. */
public enum RenegotiationStatus {
    /** The other side is asked. */
    PROPOSED,
    /** Both sides want the duty handed over; the other partner is asked. */
    CONFIRMED,
    /** Everybody has agreed; the duty changes on its date. */
    AGREED,
    /** The duty has changed. */
    DONE,
    /** The other side declined. */
    DECLINED,
    /** The other partner declined. */
    NOT_ACCEPTED,
    /** Whoever was asked has not answered in time. */
    EXPIRED,
    /** Taken back by the side that proposed it. */
    TAKEN_BACK,
    /** The relationship ended before the duty changed. */
    OVERTAKEN,
    /** The relationship of the partner that was to get the duty ended before. */
    OTHER_PARTNER_GONE;

    /** Whether the duty may still change by it. */
    public boolean isOpen() {
        return isAsked() || this == AGREED;
    }

    /** Whether it waits for somebody's answer; so long it may be taken back. */
    public boolean isAsked() {
        return this == PROPOSED || this == CONFIRMED;
    }
}
