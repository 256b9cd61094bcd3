package io.mandate.mail;

import io.mandate.LinkProperties;
import io.mandate.MandateProperties;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A mailer with everything real: templates, SMTP client, database. */
final class MailerFixture {

    static final UUID RELATIONSHIP = UUID.fromString("7b0ea1a6-2cd0-4f83-8d6c-0d8a3f8f2f01");
    static final UUID REQUEST = UUID.fromString("3c9c7f0c-93a5-4c43-9a55-b5a7c9a0d802");
    static final PartnerContact PARTNER = new PartnerContact("Contoso Cloud", "Carla Díaz", "carla@contoso.example");

    static final String SECRET = "the-secret-behind-links-and-message-ids";

    final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    final MovableClock clock = new MovableClock(SampleMails.NOW);
    final MailLog log;
    final TransactionTemplate transactions;
    final Mailer mailer;

    MailerFixture(DataSource database, int port) {
        this(database, port, SECRET);
    }

    MailerFixture(DataSource database, int port, String... secrets) {
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        smtp.getJavaMailProperties().putAll(timeouts());
        log = new MailLog(JdbcClient.create(database), clock);
        PlatformTransactionManager manager = new JdbcTransactionManager(database);
        transactions = new TransactionTemplate(manager);
        SenderAddress sender = new SenderAddress(
                new MailProperties(""), new MandateProperties(URI.create("https://mandate.example:8443/base")));
        mailer = new Mailer(smtp, MailTemplates.mails(), sender, new MessageIds(new LinkProperties(List.of(secrets)), sender), new MailJournal(log, manager), clock,
                event -> {});
    }

    static Mail to(String recipient, MailContent content) {
        return new Mail(RELATIONSHIP, REQUEST, "1", recipient, Locale.ENGLISH, content);
    }

    static MailContent invitation() {
        return new InvitationMail(PARTNER, "Our offer", "Hello\n\n{link}", SampleMails.LINK);
    }

    private static Properties timeouts() {
        Properties timeouts = new Properties();
        timeouts.put("mail.smtp.connectiontimeout", "2000");
        timeouts.put("mail.smtp.timeout", "2000");
        return timeouts;
    }

    /** A clock that stands until it is moved. */
    static final class MovableClock extends Clock {

        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
