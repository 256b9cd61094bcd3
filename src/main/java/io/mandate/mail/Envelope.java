package io.mandate.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** What stands around a rendered mail on its way. */
record Envelope(
        String messageId, InternetAddress from, Optional<InternetAddress> replyTo, InternetAddress to, Instant date) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    void enclose(RenderedMail mail, MimeMessage message) throws MessagingException {
        message.setHeader("Message-ID", messageId);
        message.setFrom(from);
        if (replyTo.isPresent()) {
            message.setReplyTo(new InternetAddress[] {replyTo.get()});
        }
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSentDate(Date.from(date));
        message.setSubject(mail.subject(), UTF_8);
        // RFC 3834 section 5: no out-of-office notes in answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        // RFC 2046 section 5.1.4: the plainest part first.
        message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }
}
