package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.LinkProperties;
import io.mandate.MandateProperties;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailerTests {

    private static final String ADA = "ada@northwind.example";

    private static final String OLD = "the-secret-that-was-replaced-some-days-ago";

    private TestMailServer server;
    private MailerFixture given;

    @BeforeEach
    void start() {
        server = TestMailServer.start();
        given = new MailerFixture(MailDatabase.h2(), server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class What_arrives {

        @Test
        void has_a_text_and_an_html_part_in_the_language_of_the_mail() throws Exception {
            given.mailer.send(new Mail(
                    MailerFixture.RELATIONSHIP,
                    MailerFixture.REQUEST,
                    "1",
                    ADA,
                    Locale.GERMAN,
                    new CodeMail("Contoso", "Straße", "048213", 10)));

            MimeMessage mail = received();
            Multipart parts = (Multipart) mail.getContent();
            assertThat(mail.getContentType()).startsWith("multipart/alternative");
            assertThat(mail.getHeader("Content-Language")).containsExactly("de");
            assertThat(mail.getSubject()).isEqualTo("Ihr Code für eine Anfrage an Straße");
            assertThat(part(parts, 0, "text/plain")).startsWith("Guten Tag,").contains("048213");
            assertThat(part(parts, 1, "text/html")).contains("Straße", "048213");
        }

        @Test
        void says_that_it_was_made_by_a_machine_and_when() throws Exception {
            given.mailer.send(MailerFixture.to(ADA, MailerFixture.invitation()));

            assertThat(received().getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received().getSentDate().toInstant()).isEqualTo(SampleMails.NOW);
        }

        @Test
        void names_the_partner_as_sender_and_sends_replies_to_their_person() throws Exception {
            given.mailer.send(MailerFixture.to(ADA, MailerFixture.invitation()));

            InternetAddress from = (InternetAddress) received().getFrom()[0];
            InternetAddress replyTo = (InternetAddress) received().getReplyTo()[0];
            assertThat(from.getAddress()).isEqualTo("mandate@mandate.example");
            assertThat(from.getPersonal()).isEqualTo("Carla Díaz, Contoso Cloud via Mandate");
            assertThat(replyTo.getAddress()).isEqualTo("carla@contoso.example");
            assertThat(replyTo.getPersonal()).isEqualTo("Carla Díaz");
        }

        @Test
        void carries_a_code_in_mandates_own_name_so_that_no_reply_brings_it_to_the_partner() throws Exception {
            given.mailer.send(MailerFixture.to(ADA, new CodeMail("Contoso Cloud", "Northwind", "048213", 10)));

            assertThat(((InternetAddress) received().getFrom()[0]).getPersonal()).isEqualTo("Mandate");
            assertThat(received().getHeader("Reply-To")).isNull();
        }

        @Test
        void goes_to_the_ascii_form_of_an_international_domain() throws Exception {
            given.mailer.send(MailerFixture.to("ada@müller.example", MailerFixture.invitation()));

            assertThat(received().getRecipients(Message.RecipientType.TO))
                    .containsExactly(new InternetAddress("ada@xn--mller-kva.example"));
        }

        @Test
        void has_no_header_that_a_person_typed() throws Exception {
            String typed = "Offer\r\nBcc: eve@evil.example\nX-Evil: 1\u2028X-More: 2\r\n\r\nbody";
            PartnerContact partner = new PartnerContact(typed, typed, "carla@contoso.example\r\nBcc: eve@evil.example");

            given.mailer.send(MailerFixture.to(ADA, new InvitationMail(partner, typed, "{link}", SampleMails.LINK)));

            assertThat(received().getAllRecipients()).containsExactly(new InternetAddress(ADA));
            assertThat(received().getHeader("Bcc")).isNull();
            assertThat(received().getHeader("X-Evil")).isNull();
            assertThat(received().getHeader("X-More")).isNull();
            assertThat(received().getHeader("Reply-To")).isNull();
            assertThat(received().getSubject()).isEqualTo("Offer Bcc: eve@evil.example X-Evil: 1 X-More: 2 body");
        }
    }

    @Nested
    class The_message_id {

        @Test
        void stays_the_same_when_a_failed_mail_is_sent_again() throws Exception {
            Mail mail = MailerFixture.to(ADA, MailerFixture.invitation());
            server.refuse(ADA, "451 4.3.0 Try later");
            assertThatThrownBy(() -> given.mailer.send(mail)).isInstanceOf(MailFailedException.class);
            server.refuseNothing();

            given.mailer.send(mail);
            MailerFixture elsewhere = new MailerFixture(MailDatabase.h2(), server.port());
            elsewhere.mailer.send(mail);

            assertThat(server.received()).hasSize(2);
            assertThat(server.received().get(0).getMessageID())
                    .isEqualTo(server.received().get(1).getMessageID())
                    .matches("<[0-9a-f]{40}@mandate\\.example>");
        }

        @Test
        void stays_the_same_when_the_secret_is_replaced_in_between() throws Exception {
            DataSource database = MailDatabase.h2();
            Mail mail = MailerFixture.to(ADA, MailerFixture.invitation());
            MailerFixture old = new MailerFixture(database, server.port(), OLD);
            server.refuse(ADA, "451 4.3.0 Try later");
            assertThatThrownBy(() -> old.mailer.send(mail)).isInstanceOf(MailFailedException.class);
            server.refuseNothing();

            MailerFixture replaced = new MailerFixture(database, server.port(), MailerFixture.SECRET, OLD);
            replaced.mailer.send(mail);
            replaced.mailer.send(mail);

            assertThat(server.received()).hasSize(1);
            assertThat(server.received().get(0).getMessageID()).isEqualTo(ids(OLD).of(mail).get(0));
            assertThat(replaced.log.of(MailerFixture.REQUEST)).singleElement()
                    .satisfies(entry -> assertThat(entry.attempts()).isEqualTo(2));

            // and a new one has that of the new secret
            Mail other = MailerFixture.to("bob@northwind.example", MailerFixture.invitation());
            replaced.mailer.send(other);
            assertThat(server.received().get(1).getMessageID()).isEqualTo(ids(MailerFixture.SECRET).of(other).get(0));
        }

        @Test
        void is_known_to_nobody_who_knows_only_what_the_mail_is_about() throws Exception {
            Mail mail = MailerFixture.to(ADA, MailerFixture.invitation());
            given.mailer.send(mail);

            assertThat(received().getMessageID()).isNotEqualTo(ids(OLD).of(mail).get(0));
            String known = String.join("\n", "INVITATION", MailerFixture.REQUEST.toString(), "1", ADA);
            assertThat(received().getMessageID()).doesNotContain(HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(known.getBytes(StandardCharsets.UTF_8)), 0, 20));
        }

        @Test
        void differs_by_kind_occurrence_and_recipient() {
            List<String> different = Stream.of(
                    MailerFixture.to(ADA, MailerFixture.invitation()),
                    MailerFixture.to("bob@northwind.example", MailerFixture.invitation()),
                    MailerFixture.to(ADA, new CodeMail("", "", "1", 1)),
                    new Mail(MailerFixture.RELATIONSHIP, MailerFixture.REQUEST, "2", ADA, Locale.ENGLISH, MailerFixture.invitation()))
                    .flatMap(mail -> ids(OLD).of(mail).stream()).toList();

            assertThat(different).hasSize(4).doesNotHaveDuplicates();
        }

        private static MessageIds ids(String... secrets) {
            return new MessageIds(new LinkProperties(List.of(secrets)), new SenderAddress(
                    new MailProperties(""), new MandateProperties(URI.create("https://mandate.example"))));
        }
    }

    @Nested
    class The_log {

        @Test
        void has_one_entry_for_a_mail_sent_after_failures() {
            Mail mail = MailerFixture.to(ADA, MailerFixture.invitation());
            server.refuse(ADA, "451 Later");
            assertThatThrownBy(() -> given.mailer.send(mail)).isInstanceOf(MailFailedException.class);
            given.clock.pass(Duration.ofMinutes(5));
            server.refuseNothing();

            given.mailer.send(mail);

            assertThat(entry())
                    .isEqualTo(new MailEntry(
                            MailerFixture.REQUEST,
                            MailKind.INVITATION,
                            ADA,
                            "en",
                            MailStatus.SENT,
                            2,
                            SampleMails.NOW,
                            SampleMails.NOW.plus(Duration.ofMinutes(5)),
                            ""));
        }

        @Test
        void keeps_a_mail_that_was_sent_from_being_sent_again() {
            Mail mail = MailerFixture.to(ADA, MailerFixture.invitation());
            given.mailer.send(mail);

            given.mailer.send(mail);

            assertThat(server.received()).hasSize(1);
            assertThat(entry().attempts()).isEqualTo(1);
        }
    }

    private MailEntry entry() {
        List<MailEntry> entries = given.log.of(MailerFixture.REQUEST);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private MimeMessage received() {
        assertThat(server.received()).hasSize(1);
        return server.received().get(0);
    }

    private static String part(Multipart parts, int index, String type) throws MessagingException, IOException {
        BodyPart part = parts.getBodyPart(index);
        assertThat(part.getContentType()).startsWith(type + "; charset=UTF-8");
        return (String) part.getContent();
    }
}
