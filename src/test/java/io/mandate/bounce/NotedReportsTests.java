package io.mandate.bounce;

import static io.mandate.mail.ReportedAction.DELAYED;
import static io.mandate.mail.ReportedAction.DELIVERED;
import static io.mandate.mail.ReportedAction.FAILED;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mandate.mail.MailEntry;
import io.mandate.mail.MailKind;
import io.mandate.mail.MailStatus;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports that are noted, and change nothing else. */
class NotedReportsTests extends BouncesTest {

    @Test
    void a_mail_that_was_replaced_meanwhile_is_only_recorded() {
        // given
        own.sendAgain(request.id(), SentBy.MANDATE, PAULA);
        life.jobs().pass(Duration.ofMinutes(1));

        // when
        bounced.comesBack(invitation, customer);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(log.of(request.id())).extracting(MailEntry::status).containsExactly(MailStatus.BOUNCED, MailStatus.SENT);
    }

    @Test
    void a_mail_in_whose_place_the_partner_sends_their_own_is_only_recorded() {
        // given
        own.sendAgain(request.id(), SentBy.PARTNER, PAULA);

        // when
        bounced.comesBack(invitation, customer);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(log.of(request.id())).extracting(MailEntry::status).containsExactly(MailStatus.BOUNCED);
    }

    @Test
    void a_reminder_to_an_address_that_was_corrected_since_is_only_recorded() {
        // given
        life.jobs().pass(Duration.ofDays(7));
        List<MimeMessage> mails = TestMail.to(customer);
        own.correctAddress(request.id(), customer.replace("ada@", "bob@"), PAULA);
        life.jobs().runDue();
        int told = TestMail.to(PAULA.address().value()).size();

        // when
        bounced.comesBack(mails.get(mails.size() - 1), customer);

        // then
        assertThat(reports.of(request.id())).hasSize(1);
        assertThat(TestMail.to(PAULA.address().value())).hasSize(told);
    }

    @Test
    void a_delay_or_a_delivery_is_only_recorded() {
        // when
        bounced.reported(invitation, customer, DELAYED);
        bounced.reported(invitation, customer, DELIVERED);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(log.of(request.id())).extracting(MailEntry::status).containsExactly(MailStatus.SENT);
        assertThat(reports.of(request.id())).extracting(entry -> entry.report().action())
                .containsExactlyInAnyOrder(DELAYED, DELIVERED);
    }

    @Test
    void an_answered_request_stays_answered() {
        // given
        life.approve(customer, MAIL);

        // when
        bounced.comesBack(invitation, customer);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(reports.of(request.id())).hasSize(1);
    }

    @Test
    void a_report_about_a_mail_that_mandate_did_not_send_is_refused() {
        assertThat(bounces.take(BouncedMails.report("<guessed@mandate.example>", customer, FAILED))).isFalse();

        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void whoever_knows_a_message_id_cannot_fill_the_record_with_it() {
        for (int i = 0; i < 50; i++) {
            bounced.reported(invitation, i + "@elsewhere.example", DELIVERED);
        }

        assertThat(reports.of(request.id())).hasSize(20);

        // nor hide with it that the mail did come back
        bounced.comesBack(invitation, customer);
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
    }

    @Test
    void a_note_that_a_mail_came_back_which_comes_back_itself_is_told_to_nobody() {
        // given
        bounced.comesBack(customer);
        String partner = PAULA.address().value();
        int told = TestMail.to(partner).size();

        // when
        bounced.comesBack(partner);

        // then
        assertThat(log.of(request.id())).extracting(MailEntry::kind, MailEntry::status)
                .contains(tuple(MailKind.RETURNED, MailStatus.BOUNCED));
        assertThat(TestMail.to(partner)).hasSize(told);
    }
}
