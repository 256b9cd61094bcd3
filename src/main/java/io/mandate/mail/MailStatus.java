package io.mandate.mail;

/** What became of a mail, at its latest attempt or after it. */
public enum MailStatus {
    /** The mail server took it. */
    SENT,
    /** Trouble that may pass; it is tried again. */
    FAILED,
    /** The mail server refused the recipient for good. */
    REFUSED,
    /** The mail server took it, and later some server reported that it could not be delivered. */
    BOUNCED;

    /** Whether the mail has arrived or may still do so, as far as anybody knows. */
    boolean mayArrive() {
        return this == SENT || this == FAILED;
    }
}
