package io.mandate.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * An SMTP server on loopback that puts mails for everybody into the {@link Inbox}. It listens where {@code spring.mail.port}
 * says, on any free port where that is 0. It refuses {@code nobody@} any domain for good, so that one can see what follows;
 * mails to {@code gone@} any domain it takes, and then reports that they cannot be delivered, see {@link DemoBounces}.
 */
@Component
@Profile("demo & !second")
class DemoMailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String UNKNOWN = "nobody";
    private static final long START_MILLIS = 5_000;

    private final SmtpServer server;

    DemoMailServer(JavaMailSenderImpl sender, Inbox inbox, DemoBounces bounces) throws InterruptedException {
        int port = sender.getPort();
        server = new SmtpServer(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP), new InboxManagers(inbox, bounces));
        server.startService();
        if (!server.waitTillRunning(START_MILLIS)) {
            throw new IllegalStateException("The demo's mail server cannot listen on port " + port
                    + " of " + LOOPBACK + "; give another one with --spring.mail.port (0: any)");
        }
        sender.setHost(LOOPBACK);
        sender.setPort(server.getPort());
    }

    @Override
    public void close() {
        server.stopService();
    }

    /** GreenMail asks its managers what to do; all but receiving mails stays unused. */
    private static final class InboxManagers extends Managers {

        private final SmtpManager receiving;

        InboxManagers(Inbox inbox, DemoBounces bounces) {
            receiving = new SmtpManager(getImapHostManager(), getUserManager()) {

                @Override
                public String checkRecipient(SmtpState state, MailAddress recipient) {
                    return isUnknown(recipient) ? "550 5.1.1 <" + recipient.getEmail() + "> No such mailbox" : null;
                }

                @Override
                public void send(SmtpState state) {
                    MimeMessage mail = state.getMessage().getMessage();
                    for (MailAddress to : state.getMessage().getToAddresses()) {
                        if (bounces.isGone(to.getEmail())) {
                            bounces.report(mail, to.getEmail());
                        } else {
                            inbox.put(to.getEmail(), mail);
                        }
                    }
                }
            };
        }

        private static boolean isUnknown(MailAddress recipient) {
            return recipient.getEmail().toLowerCase(Locale.ROOT).startsWith(UNKNOWN + "@");
        }

        @Override
        public SmtpManager getSmtpManager() {
            return receiving;
        }
    }
}
