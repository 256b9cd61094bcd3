package io.mandate.mail;

import java.time.Instant;
import java.util.UUID;

/** What became of a mail; the detail is the mail server's answer where it is not simply sent, else empty. */
public record MailEntry(
        UUID requestId,
        MailKind kind,
        String recipient,
        String language,
        MailStatus status,
        int attempts,
        Instant firstAt,
        Instant lastAt,
        String detail) {}
