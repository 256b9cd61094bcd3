package io.mandate.demo;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A mail as it arrived, taken apart for reading. */
record ReceivedMail(
        long id,
        Instant receivedAt,
        String recipient,
        String subject,
        String language,
        List<HeaderLine> headers,
        String text,
        String html) {

    record HeaderLine(String name, String value) {}

    static ReceivedMail of(long id, Instant receivedAt, String recipient, MimeMessage message) {
        try {
            List<HeaderLine> headers =
                    Collections.list(message.getAllHeaders()).stream().map(ReceivedMail::header).toList();
            return new ReceivedMail(
                    id,
                    receivedAt,
                    recipient,
                    Objects.requireNonNullElse(message.getSubject(), "—"),
                    Objects.requireNonNullElse(message.getHeader("Content-Language", null), "en"),
                    headers,
                    part(message, "text/plain"),
                    part(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("This mail cannot be read", e);
        }
    }

    private static HeaderLine header(Header header) {
        try {
            return new HeaderLine(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
        } catch (UnsupportedEncodingException e) {
            return new HeaderLine(header.getName(), header.getValue());
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                String found = part(parts.getBodyPart(index), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
