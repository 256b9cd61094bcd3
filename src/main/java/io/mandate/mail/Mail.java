package io.mandate.mail;

import java.util.Locale;
import java.util.UUID;

/**
 * One mail to one recipient about a request. The occurrence tells it from others of its kind (the link's number, the day of a
 * reminder) and is the same whenever a job that sends it repeats: kind, request, occurrence and recipient make the mail's
 * Message-ID, under which it is sent once.
 */
public record Mail(
        UUID relationshipId, UUID requestId, String occurrence, String recipient, Locale language, MailContent content) {}
