package io.mandate.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import io.mandate.bounce.BounceProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The mailbox on loopback, read by IMAP, to which the demo's mail server reports that a mail to {@code gone@} any domain
 * cannot be delivered. It is there where {@code mandate.mail.bounces.host} is set.
 */
@Component
@Profile("demo & !second")
class DemoBounces implements AutoCloseable {

    private static final String GONE = "gone@";
    private static final long START_MILLIS = 5_000;

    private final Optional<ImapServer> server;
    private final Optional<GreenMailUser> mailbox;

    DemoBounces(BounceProperties properties) throws InterruptedException, UserException {
        if (!properties.on()) {
            server = Optional.empty();
            mailbox = Optional.empty();
            return;
        }
        Managers managers = new Managers();
        mailbox = Optional.of(managers.getUserManager().createUser(properties.address(), properties.user(), properties.password()));
        ImapServer imap = new ImapServer(
                new ServerSetup(properties.port(), properties.host(), ServerSetup.PROTOCOL_IMAP), managers);
        imap.startService();
        if (!imap.waitTillRunning(START_MILLIS)) {
            throw new IllegalStateException("The demo's mailbox cannot listen on port " + properties.port()
                    + "; give another one with --mandate.mail.bounces.port");
        }
        server = Optional.of(imap);
    }

    /** Whether mails to this address are taken and come back. */
    boolean isGone(String address) {
        return mailbox.isPresent() && address.toLowerCase(Locale.ROOT).startsWith(GONE);
    }

    /** Reports that the mail could not be delivered. */
    void report(MimeMessage mail, String recipient) {
        try {
            DeliveryStatus status = new DeliveryStatus();
            status.getMessageDSN().setHeader("Reporting-MTA", "dns; demo.mandate.example");
            InternetHeaders fields = new InternetHeaders();
            fields.setHeader("Final-Recipient", "rfc822; " + recipient);
            fields.setHeader("Action", "failed");
            fields.setHeader("Status", "5.1.1");
            fields.setHeader("Diagnostic-Code", "smtp; 550 5.1.1 <" + recipient + "> This mailbox is gone");
            status.addRecipientDSN(fields);
            MimeMessage report = new MimeMessage((Session) null);
            report.setSubject("Undelivered mail");
            report.setContent(new MultipartReport("Your mail could not be delivered.", status, mail));
            report.saveChanges();
            mailbox.orElseThrow().deliver(report);
        } catch (MessagingException e) {
            throw new IllegalStateException("The demo's report about a mail cannot be written", e);
        }
    }

    @Override
    public void close() {
        server.ifPresent(ImapServer::stopService);
    }
}
