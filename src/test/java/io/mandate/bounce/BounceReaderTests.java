package io.mandate.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.bounce.BounceMailbox.Verdict;
import io.mandate.mail.MailEntry;
import io.mandate.mail.MailLog;
import io.mandate.mail.MailStatus;
import io.mandate.relationship.RequestStatus;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;

/** Reports on their way from a real mailbox into the record. */
class BounceReaderTests extends BounceReaderTest {

    @Autowired MailLog log;

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
    void those_that_wait_keep_no_other_from_being_read() throws Exception {
        // given
        for (int i = 0; i < 6; i++) {
            mailbox.put(SampleReports.about("postfix-failed", "<" + i + "@mandate.example>", customer));
        }
        Iterator<Verdict> verdicts = List.of(Verdict.LATER, Verdict.LATER, Verdict.LATER, Verdict.DONE, Verdict.ASIDE).iterator();

        // when
        new BounceMailbox(mailbox.properties()).read((mail, received) -> verdicts.next(), 2);

        // then
        assertThat(mailbox.flags()).containsExactly("-", "-", "-", "S", "SF", "-");
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
}
