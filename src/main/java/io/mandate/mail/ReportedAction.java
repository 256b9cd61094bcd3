package io.mandate.mail;

/** What a mail server says that it did with a mail, in the words of RFC 3464 section 2.3.3. */
public enum ReportedAction {
    /** It could not be delivered, and nobody tries again. */
    FAILED,
    /** It could not be delivered yet; the server goes on trying. */
    DELAYED,
    DELIVERED,
    /** It went on to a server that sends no reports. */
    RELAYED,
    /** It was delivered and went on to several others. */
    EXPANDED
}
