package io.mandate.relationship;

/** Where a request stands. */
public enum RequestStatus {
    /** Written, not yet reviewed by the partner. */
    DRAFT,
    /** Reviewed; Mandate is about to send the mail. */
    SENDING,
    /** The mail server refused the address for good; the partner has to correct it. */
    ADDRESS_REFUSED,
    /** The link is live; the customer has not answered. */
    WAITING,
    APPROVED,
    DECLINED,
    EXPIRED,
    WITHDRAWN;

    /** Whether an answer is still possible, now or after sending. */
    public boolean isOpen() {
        return ordinal() <= WAITING.ordinal();
    }
}
