package io.mandate.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends mails by SMTP, each once, and records what became of them. */
@Component
public class Mailer {

    private final JavaMailSender smtp;
    private final Mails mails;
    private final SenderAddress sender;
    private final MailJournal journal;
    private final Clock clock;

    Mailer(JavaMailSender smtp, Mails mails, SenderAddress sender, MailJournal journal, Clock clock) {
        this.smtp = smtp;
        this.mails = mails;
        this.sender = sender;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Sends the mail, unless it was sent before. Takes part in the caller's transaction and does not end it; what became of the
     * mail is recorded whether the caller commits or rolls back.
     *
     * @throws AddressRefusedException if the recipient's address is none or is refused for good
     * @throws MailFailedException if sending failed and may be tried again
     */
    public void send(Mail mail) {
        String messageId = MessageId.of(mail, sender.domain());
        journal.attempt(messageId, mail, () -> deliver(messageId, mail)).ifPresent(trouble -> {
            throw trouble.asException(mail.content().kind());
        });
    }

    private Optional<SmtpTrouble> deliver(String messageId, Mail mail) {
        Optional<String> recipient = Addresses.ascii(mail.recipient());
        if (recipient.isEmpty()) {
            return Optional.of(SmtpTrouble.impossibleAddress());
        }
        RenderedMail rendered = mails.render(mail.content(), mail.language());
        try {
            MimeMessage message = smtp.createMimeMessage();
            envelope(messageId, mail, recipient.get()).enclose(rendered, message);
            smtp.send(message);
            return Optional.empty();
        } catch (MailException | MessagingException e) {
            return Optional.of(SmtpTrouble.of(e));
        }
    }

    private Envelope envelope(String messageId, Mail mail, String recipient) throws MessagingException {
        Optional<PartnerContact> partner = mail.content().onBehalfOf();
        Optional<InternetAddress> replyTo = partner.flatMap(
                contact -> Addresses.ascii(contact.address()).map(address -> SenderAddress.named(address, contact.person())));
        return new Envelope(
                messageId, sender.from(partner), replyTo, new InternetAddress(recipient), clock.instant());
    }
}
