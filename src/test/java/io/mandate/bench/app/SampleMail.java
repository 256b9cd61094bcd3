package io.mandate.bench.app;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails of the opponents, of the shape and about the length of Mandate's: a text and an HTML part, with the same headers. */
public record SampleMail(String messageId, String to, String subject, String line) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String WORDS = """
            Good day,

            Contoso Cloud asks Northwind Traders for permission to administer a service on its behalf: Mail, as mail
            administrator and mail settings reader, for 365 days from the day on which you approve it. You decide, and you can
            take away from it what you do not want. Nothing happens unless somebody of your organisation approves it.

            """;
    private static final String END = """

            The link can be used for 30 days and only by people of your organisation. Whoever opens it has to show first that
            they read mail at its domain. If you have questions, ask Paula of Contoso Cloud, paula@contoso.example.

            This mail was sent by Mandate, which keeps who may administer what.
            """;

    /** Sends it by SMTP. */
    public void send(JavaMailSender smtp) {
        try {
            MimeMessage message = smtp.createMimeMessage();
            message.setHeader("Message-ID", messageId);
            message.setFrom(new InternetAddress("mandate@mandate.example", "Contoso Cloud"));
            message.setReplyTo(new InternetAddress[] {new InternetAddress("paula@contoso.example")});
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSentDate(Date.from(Instant.now()));
            message.setSubject(subject, UTF_8);
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", "en");
            String text = WORDS + line + "\n" + END;
            message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html(text), "html")));
            smtp.send(message);
        } catch (MessagingException | java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String html(String text) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><style>body{font-family:sans-serif;max-width:40em}</style></head><body><p>"
                + text.strip().replace("\n\n", "</p>\n<p>") + "</p></body></html>";
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }
}
