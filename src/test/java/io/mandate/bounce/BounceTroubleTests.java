package io.mandate.bounce;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.mandate.mail.ReportedAction;
import io.mandate.relationship.RequestStatus;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.dao.ConcurrencyFailureException;

/** Reports that meet trouble on their way from the mailbox into the record. */
class BounceTroubleTests extends BounceReaderTest {

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
        assertThat(output).contains("could not be dealt with").doesNotContain("SECRET");
    }

    @Test
    void what_cannot_be_recorded_for_a_day_is_put_aside(CapturedOutput output) {
        // given
        Bounces broken = mock();
        when(broken.take(any())).thenThrow(new IllegalStateException("SECRET"));
        mailbox.put(SampleReports.about("postfix-failed", messageId, customer));
        reader(broken, "secret").read();
        String atFirst = mailbox.flags().get(0);

        // when
        life.jobs().pass(Duration.ofHours(25));
        reader(broken, "secret").read();

        // then
        assertThat(atFirst).isEqualTo("-");
        assertThat(mailbox.flags()).containsExactly("SF");
        assertThat(output).contains("could not be dealt with for a day").doesNotContain("SECRET");
    }

    @Test
    void a_partner_who_cannot_be_told_now_is_told_later_and_the_address_can_be_corrected_at_once() {
        // given
        String partner = PAULA.address().value();
        TestMail.failFor(partner);
        long before = told(partner);
        mailbox.put(SampleReports.about("postfix-failed", messageId, customer));

        // when
        reader.read();

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
        assertThat(mailbox.flags()).containsExactly("-");

        // and
        TestMail.acceptAll();
        reader.read();
        reader.read();
        assertThat(told(partner)).isEqualTo(before + 1);
        assertThat(mailbox.flags()).containsExactly("S");
    }

    @Test
    void while_partners_cannot_be_told_all_reports_are_taken_but_not_all_partners_tried() {
        // given
        Bounces silent = mock();
        when(silent.take(any())).thenReturn(true);
        doThrow(new IllegalStateException()).when(silent).tellPartner(any());
        int all = BounceReader.MOST_UNTOLD + 2;
        for (int i = 0; i < all; i++) {
            mailbox.put(SampleReports.about("postfix-failed", messageId, customer));
        }

        // when
        reader(silent, "secret").read();

        // then
        verify(silent, times(all)).take(any());
        verify(silent, times(BounceReader.MOST_UNTOLD)).tellPartner(any());
        assertThat(mailbox.flags()).hasSize(all).containsOnly("-");
    }

    @Test
    void one_that_a_node_read_and_died_before_marking_it_changes_nothing_when_it_is_read_again() {
        // given
        bounces.take(BouncedMails.report(messageId, customer, ReportedAction.FAILED));
        mailbox.put(SampleReports.about("postfix-failed", messageId, customer));
        long before = told(PAULA.address().value());

        // when
        reader.read();

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
        assertThat(requests.get(request.id()).linkNumber()).isEqualTo(request.linkNumber() + 1);
        assertThat(told(PAULA.address().value())).isEqualTo(before + 1);
        assertThat(mailbox.flags()).containsExactly("S");
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

    @Test
    void a_clock_that_was_wrong_keeps_nobody_from_reading() {
        // given
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(366))));
        assertThat(turns.take(Duration.ofMinutes(5))).isTrue();
        ClockUtil.reset();
        mailbox.put(SampleReports.about("postfix-failed", messageId, customer));

        // when
        reader.readInTurn();

        // then
        assertThat(mailbox.flags()).containsExactly("S");
        assertThat(turns.take(Duration.ofMinutes(5))).isFalse();
    }

    private static long told(String partner) {
        return TestMail.to(partner).stream().filter(mail -> TestMail.subject(mail).contains("came back")).count();
    }
}
