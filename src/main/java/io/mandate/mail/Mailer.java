package io.mandate.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends mails by SMTP, each once, and records what became of them. */
@Component
public class Mailer {

    private final JavaMailSender smtp;
    private final Mails mails;
    private final SenderAddress sender;
    private final MessageIds messageIds;
    private final MailJournal journal;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Mailer(JavaMailSender smtp, Mails mails, SenderAddress sender, MessageIds messageIds, MailJournal journal, Clock clock,
            ApplicationEventPublisher events) {
        this.smtp = smtp;
        this.mails = mails;
        this.sender = sender;
        this.messageIds = messageIds;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Sends the mail, unless it was sent before. Takes part in the caller's transaction and does not end it; what became of the
     * mail is recorded whether the caller commits or rolls back.
     *
     * @throws AddressRefusedException if the recipient's address is none or is refused for good
     * @throws MailFailedException if sending failed and may be tried again
     */
    public void send(Mail mail) {
        String messageId = journal.messageId(messageIds.of(mail));
        journal.attempt(messageId, mail, () -> deliver(messageId, mail.recipient(), mail.language(), mail.content())).ifPresent(trouble -> {
            throw trouble.asException(mail.content().kind());
        });
    }

    /**
     * Sends a mail that belongs to no request, and keeps no record of it.
     *
     * @param occasion tells this mail from all others
     * @throws AddressRefusedException if the recipient's address is none or is refused for good
     * @throws MailFailedException if sending failed and may be tried again
     */
    public void sendUnrecorded(String occasion, String recipient, Locale language, MailContent content) {
        String messageId = messageIds.of(content.kind(), occasion, recipient).get(0);
        deliver(messageId, recipient, language, content).ifPresent(trouble -> {
            throw trouble.asException(content.kind());
        });
    }

    private Optional<SmtpTrouble> deliver(String messageId, String to, Locale language, MailContent content) {
        Optional<SmtpTrouble> trouble = handOver(messageId, to, language, content);
        events.publishEvent(new MailTried(trouble.map(SmtpTrouble::status).orElse(MailStatus.SENT)));
        return trouble;
    }

    private Optional<SmtpTrouble> handOver(String messageId, String to, Locale language, MailContent content) {
        Optional<String> recipient = Addresses.ascii(to);
        if (recipient.isEmpty()) {
            return Optional.of(SmtpTrouble.impossibleAddress());
        }
        RenderedMail rendered = mails.render(content, language);
        try {
            MimeMessage message = smtp.createMimeMessage();
            envelope(messageId, content, recipient.get()).enclose(rendered, message);
            smtp.send(message);
            return Optional.empty();
        } catch (MailException | MessagingException e) {
            return Optional.of(SmtpTrouble.of(e));
        }
    }

    private Envelope envelope(String messageId, MailContent content, String recipient) throws MessagingException {
        Optional<PartnerContact> partner = content.onBehalfOf();
        Optional<InternetAddress> replyTo = partner.flatMap(
                contact -> Addresses.ascii(contact.address()).map(address -> SenderAddress.named(address, contact.person())));
        return new Envelope(
                messageId, sender.from(partner), replyTo, new InternetAddress(recipient), clock.instant());
    }
}
