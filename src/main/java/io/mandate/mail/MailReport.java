package io.mandate.mail;

/**
 * What another mail server reports about a mail and one recipient of it.
 *
 * @param recipient as the report names it, which after forwarding is not the one that Mandate wrote to
 * @param status of RFC 3463, such as {@code 5.1.1}; empty where there is none
 * @param words what the server said, as {@link ServerWords} leaves it
 */
public record MailReport(String messageId, String recipient, ReportedAction action, String status, String words) {}
