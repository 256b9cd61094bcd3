package io.mandate.bounce;

import static io.mandate.mail.ReportedAction.DELAYED;
import static io.mandate.mail.ReportedAction.DELIVERED;
import static io.mandate.mail.ReportedAction.FAILED;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.acceptance.DeadLinkException;
import io.mandate.acceptance.Questions;
import io.mandate.mail.MailEntry;
import io.mandate.mail.MailLog;
import io.mandate.mail.MailReports;
import io.mandate.mail.MailStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from reports. */
@MandateTest
class BouncesTests {

    @Autowired Lifecycle life;
    @Autowired OwnRequests own;
    @Autowired Questions questions;
    @Autowired Requests requests;
    @Autowired MailLog log;
    @Autowired MailReports reports;
    @Autowired Bounces bounces;
    @Autowired BouncedMails bounced;

    private String customer;
    private Request request;
    private MimeMessage invitation;

    @BeforeEach
    void a_request_was_sent() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        invitation = TestMail.to(customer).get(0);
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    @Test
    void a_mail_that_came_back_is_recorded_with_the_servers_words_and_the_partner_is_told() {
        // when
        bounced.comesBack(customer);

        // then
        assertThat(log.of(request.id())).first().extracting(MailEntry::status, MailEntry::detail)
                .containsExactly(MailStatus.BOUNCED, BouncedMails.WORDS);
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
        assertThat(TestMail.text(PAULA.address().value(), "came back"))
                .contains(customer, BouncedMails.WORDS, "/requests/" + request.id(), "correct the address");
    }

    @Test
    void the_same_report_again_changes_nothing() {
        // given
        bounced.comesBack(customer);
        String corrected = customer.replace("ada@", "bob@");
        own.correctAddress(request.id(), corrected, PAULA);
        life.jobs().runDue();
        int told = TestMail.to(PAULA.address().value()).size();

        // when
        bounced.comesBack(invitation, customer);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(reports.of(request.id())).hasSize(1);
        assertThat(TestMail.to(PAULA.address().value())).hasSize(told);
    }

    @Test
    void the_link_in_a_mail_that_came_back_is_closed() {
        // given
        String token = life.token(customer);

        // when
        bounced.comesBack(customer);

        // then
        assertThatThrownBy(() -> questions.request(token)).isInstanceOfSatisfying(DeadLinkException.class,
                dead -> assertThat(dead.reason()).isEqualTo(DeadLinkException.Reason.RETURNED));
    }

    @Test
    void a_mail_to_the_same_address_again_is_another_mail_with_another_link() {
        // given
        String first = TestMail.link(customer);
        bounced.comesBack(customer);

        // when
        own.correctAddress(request.id(), customer, PAULA);
        life.jobs().runDue();

        // then
        assertThat(TestMail.link(customer)).isNotEqualTo(first);
        assertThat(log.of(request.id())).extracting(MailEntry::status).contains(MailStatus.BOUNCED, MailStatus.SENT);
        life.approve(customer, MAIL);
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void after_forwarding_a_report_names_another_recipient_and_counts_all_the_same() {
        bounced.comesBack(invitation, "nancy@old-provider.example");

        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
        assertThat(reports.of(request.id())).extracting(entry -> entry.report().recipient())
                .containsExactly("nancy@old-provider.example");
    }

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
    void a_reminder_that_came_back_leaves_the_request_open_and_the_partner_is_told() {
        // given
        life.jobs().pass(Duration.ofDays(7));
        List<MimeMessage> mails = TestMail.to(customer);
        assertThat(mails).hasSizeGreaterThan(1);

        // when
        bounced.comesBack(customer);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(TestMail.text(PAULA.address().value(), "came back").replaceAll("\\s+", " ")).contains(customer, "stays open");
        life.approve(customer, MAIL);
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
    void a_partner_who_cannot_be_told_does_not_keep_the_address_from_being_corrected() {
        // given
        TestMail.refuse(PAULA.address().value());

        // when
        bounced.comesBack(customer);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
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
    }
}
