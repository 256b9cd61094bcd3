package io.mandate.mail;

/** What became of a mail at its latest attempt. */
public enum MailStatus {
    /** The mail server took it. */
    SENT,
    /** Trouble that may pass; it is tried again. */
    FAILED,
    /** The mail server refused the recipient for good. */
    REFUSED
}
