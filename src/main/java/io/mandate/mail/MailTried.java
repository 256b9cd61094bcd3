package io.mandate.mail;

/** A mail was given to the mail server, which cannot be taken back, or could not be; published at that moment. */
public record MailTried(MailStatus outcome) {}
