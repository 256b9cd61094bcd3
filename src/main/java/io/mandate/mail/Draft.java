package io.mandate.mail;

/** The subject and text of an invitation that a person may edit; the text holds {@link LinkPlaceholder#PLACEHOLDER}. */
public record Draft(String subject, String text) {}
