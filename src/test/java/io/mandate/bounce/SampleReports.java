package io.mandate.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reports as mail servers write them, about a mail of one's choice. */
final class SampleReports {

    static final String MESSAGE_ID = "<0123456789abcdef0123456789abcdef01234567@mandate.example>";
    static final String RECIPIENT = "gone@northwind.example";

    private SampleReports() {}

    /** The sample as it is. */
    static MimeMessage sample(String name) {
        return mail(text(name));
    }

    /** The sample, about another mail. */
    static MimeMessage about(String name, String messageId, String recipient) {
        return mail(text(name).replace(MESSAGE_ID, messageId).replace(RECIPIENT, recipient));
    }

    static MimeMessage mail(String text) {
        try {
            return new MimeMessage((Session) null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String text(String name) {
        try (InputStream sample = SampleReports.class.getResourceAsStream("/bounces/" + name + ".eml")) {
            return new String(Objects.requireNonNull(sample, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
