package io.mandate.mail;

import java.util.Locale;

/** A mail as it is sent: one line of subject, the text part, the HTML part, and the language of all three. */
public record RenderedMail(String subject, String text, String html, Locale language) {}
