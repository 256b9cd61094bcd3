package io.mandate.mail;

/** A mail that was sent came back; published within the transaction that records it. */
public record MailReturned() {}
