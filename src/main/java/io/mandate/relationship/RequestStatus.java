package io.mandate.relationship;

/** Where a request stands. */
public enum RequestStatus {
    /** Written, not yet reviewed by the partner. */
    DRAFT,
    /** Reviewed; Mandate is about to send the mail. */
    SENDING,
    /** The mail was refused for good, or came back; the partner has to correct the address. */
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
