package io.mandate.bounce;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.acceptance.DeadLinkException;
import io.mandate.mail.MailEntry;
import io.mandate.mail.MailStatus;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows from reports. */
class BouncesTests extends BouncesTest {

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
    void one_that_comes_back_after_somebody_of_the_customer_used_its_link_leaves_it_open_and_the_partner_is_told() {
        // given
        String token = life.proven(customer);

        // when
        bounced.comesBack(invitation, customer);

        // then
        assertThat(questions.request(token).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(log.of(request.id())).first().extracting(MailEntry::status).isEqualTo(MailStatus.BOUNCED);
        assertThat(TestMail.text(PAULA.address().value(), "came back").replaceAll("\\s+", " ")).contains(customer, "stays open");
    }

    @Test
    void a_code_entered_for_a_link_sent_before_says_nothing_about_the_present_one() {
        // given
        life.proven(customer);
        life.jobs().pass(Duration.ofMinutes(1));
        own.sendAgain(request.id(), SentBy.MANDATE, PAULA);
        life.jobs().runDue();

        // when
        bounced.comesBack(customer);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
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
    void a_partner_who_cannot_be_told_does_not_keep_the_address_from_being_corrected() {
        // given
        TestMail.refuse(PAULA.address().value());

        // when
        bounced.comesBack(customer);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
    }
}
