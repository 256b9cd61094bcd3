package io.mandate.bounce;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mandate.mail.MailEntry;
import io.mandate.mail.MailLog;
import io.mandate.mail.MailStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.ConcurrencyFailureException;

/** Reports on their way from a real mailbox into the record. */
@MandateTest
@ExtendWith(OutputCaptureExtension.class)
class BounceReaderTests {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @Autowired MailLog log;
    @Autowired Bounces bounces;
    @Autowired Turns turns;
    @Autowired Clock clock;

    private final TestMailbox mailbox = new TestMailbox();
    private String customer;
    private Request request;
    private String messageId;
    private BounceReader reader;

    @BeforeEach
    void a_request_was_sent() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        messageId = BouncedMails.messageId(TestMail.to(customer).get(0));
        reader = reader(bounces, "secret");
    }

    @AfterEach
    void mailbox_and_clock() {
        mailbox.close();
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix-failed", "postfix-after-forwarding", "exchange-failed", "forwarded-as-attachment"})
    void a_failure_leads_to_correcting_the_address_and_is_marked_as_seen(String sample) {
        // given
        mailbox.put(SampleReports.about(sample, messageId, customer));

        // when
        reader.read();

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
        assertThat(log.of(request.id())).extracting(MailEntry::status).contains(MailStatus.BOUNCED);
        assertThat(mailbox.flags()).containsExactly("S");
    }

    @Test
    void a_delay_is_noted_and_marked_as_seen() {
        // given
        mailbox.put(SampleReports.about("postfix-delayed", messageId, customer));

        // when
        reader.read();

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(mailbox.flags()).containsExactly("S");
    }

    @Test
    void what_is_no_report_is_put_aside_and_logged_once_without_its_content(CapturedOutput output) {
        // given
        mailbox.put(SampleReports.about("out-of-office", messageId, customer));
        mailbox.put(SampleReports.about("postfix-failed", messageId, customer));

        // when
        reader.read();
        reader.read();

        // then
        assertThat(mailbox.flags()).containsExactly("SF", "S");
        assertThat(output.toString()).containsOnlyOnce("is no report that can be understood").doesNotContain("Back on Monday");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
    }

    @Test
    void a_mail_that_is_too_large_is_put_aside_unread() {
        // given
        String report = SampleReports.text("postfix-failed").replace(SampleReports.MESSAGE_ID, messageId);
        mailbox.put(SampleReports.mail(report + "x".repeat(BounceMailbox.MAX_BYTES)));

        // when
        reader.read();

        // then
        assertThat(mailbox.flags()).containsExactly("SF");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void a_forged_report_waits_for_its_mail_for_a_while_and_is_put_aside_then(CapturedOutput output) {
        // given
        mailbox.put(SampleReports.about("postfix-failed", "<guessed@mandate.example>", customer));

        // when
        reader.read();
        String atFirst = mailbox.flags().get(0);
        life.jobs().pass(Duration.ofMinutes(11));
        reader.read();

        // then
        assertThat(atFirst).isEqualTo("-");
        assertThat(mailbox.flags()).containsExactly("SF");
        assertThat(output).contains("has no record of").doesNotContain("User unknown").doesNotContain("guessed");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void what_cannot_be_recorded_now_is_read_again_and_keeps_no_other_from_being_read(CapturedOutput output) {
        // given
        Bounces busy = mock();
        when(busy.take(any())).thenThrow(new ConcurrencyFailureException("SECRET")).thenReturn(true);
        MimeMessage report = SampleReports.about("postfix-failed", messageId, customer);
        mailbox.put(report);
        mailbox.put(report);

        // when
        reader(busy, "secret").read();

        // then
        assertThat(mailbox.flags()).containsExactly("-", "S");
        assertThat(output).contains("could not be recorded").doesNotContain("SECRET");
    }

    @Test
    void trouble_with_the_mailbox_is_logged_once_and_without_the_password(CapturedOutput output) {
        // given
        BounceReader stranger = reader(bounces, "wrong-password");

        // when
        stranger.read();
        stranger.read();

        // then
        assertThat(output.toString()).containsOnlyOnce("cannot be read").doesNotContain("wrong-password");
    }

    @Test
    void of_several_nodes_one_reads_at_a_time() {
        // given
        life.jobs().pass(Duration.ofHours(1));
        mailbox.put(SampleReports.about("postfix-failed", messageId, customer));
        assertThat(turns.take(Duration.ofMinutes(5))).isTrue();

        // when
        reader.readInTurn();
        String whileTheOtherReads = mailbox.flags().get(0);
        life.jobs().pass(Duration.ofMinutes(6));
        reader.readInTurn();

        // then
        assertThat(whileTheOtherReads).isEqualTo("-");
        assertThat(mailbox.flags()).containsExactly("S");
    }

    private BounceReader reader(Bounces takes, String password) {
        return new BounceReader(mailbox.properties(password), turns, new BounceMailbox(mailbox.properties(password)), takes, clock);
    }
}
