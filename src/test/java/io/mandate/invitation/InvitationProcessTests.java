package io.mandate.invitation;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Every end of the diagram invitation, and the ways that lead there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationProcessTests extends ReturnedInvitationTest {

    @Autowired FlowCoverage coverage;

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(InvitationProcess.KEY)).isEmpty();
    }

    @Nested
    class Relationship_in_force {

        @Test
        void when_mandate_sends_the_mail_and_the_customer_approves() {
            // given
            Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
            ProcessInstance instance = running(request);
            assertThat(instance).isWaitingAt("Task_ReviewInvitation");

            // when
            life.reviewed(request, PAULA, SentBy.MANDATE);
            assertThat(instance).isWaitingAt("Task_SendInvitation");
            life.jobs().runDue();
            assertThat(instance).isWaitingAt("CallActivity_WaitForAcceptance");
            life.approve(request.address().value(), MAIL);
            life.jobs().runDue();

            // then
            assertThat(instance).isEnded().hasPassed("Task_SendInvitation", "EndEvent_RelationshipInForce")
                    .hasNotPassed("Task_ReportDecline", "Task_ReportExpiry");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
            assertThat(status(request)).isEqualTo(RelationshipStatus.IN_FORCE);
        }

        @Test
        void when_the_partner_sends_the_link_with_their_own_mail_program() {
            // given
            Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
            ProcessInstance instance = running(request);

            // when
            life.reviewed(request, PAULA, SentBy.PARTNER);

            // then
            assertThat(instance).isWaitingAt("CallActivity_WaitForAcceptance").hasNotPassed("Task_SendInvitation");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
            assertThat(TestMail.to(request.address().value())).isEmpty();
        }

        @Test
        void when_the_mail_goes_out_again_with_a_new_link() {
            // given
            String customer = Lifecycle.newAddress();
            Request request = life.sent(PAULA, customer, MAIL);
            String first = TestMail.link(customer);

            // when
            own.sendAgain(request.id(), SentBy.MANDATE, PAULA);
            life.jobs().runDue();

            // then
            assertThat(TestMail.link(customer)).isNotEqualTo(first);
            life.approve(customer, MAIL);
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void when_a_refused_address_was_corrected() {
            // given
            String customer = Lifecycle.newAddress();
            TestMail.refuse(customer);
            Request request = life.sent(PAULA, customer, MAIL);
            ProcessInstance instance = running(request);
            assertThat(instance).isWaitingAt("Task_CorrectAddress");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);

            // when
            String corrected = customer.replace("ada@", "bob@");
            own.correctAddress(request.id(), corrected, PAULA);
            life.jobs().runDue();

            // then
            assertThat(instance).isWaitingAt("CallActivity_WaitForAcceptance");
            life.approve(corrected, MAIL);
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        }
    }

    @Nested
    class Invitation_declined {

        @Test
        void when_the_customer_says_no_and_both_sides_hear_why() {
            // given
            String customer = Lifecycle.newAddress();
            Request request = life.sent(PAULA, customer, MAIL);
            ProcessInstance instance = running(request);

            // when
            life.decline(customer, "We have somebody already");
            life.jobs().runDue();

            // then
            assertThat(instance).isEnded().hasPassed("Task_ReportDecline", "EndEvent_InvitationDeclined")
                    .hasNotPassed("CallActivity_GrantPermission");
            assertThat(requests.get(request.id()).reason()).isEqualTo("We have somebody already");
            assertThat(status(request)).isEqualTo(RelationshipStatus.DECLINED);
            assertThat(TestMail.text("paula@contoso.example", "declined")).contains("We have somebody already");
            assertThat(TestMail.text(customer, "declined")).contains("We have somebody already");
        }
    }

    @Nested
    class Invitation_expired {

        @Test
        void when_nobody_answers_for_ninety_days() {
            // given
            String customer = Lifecycle.newAddress();
            Request request = life.sent(PAULA, customer, MAIL);
            ProcessInstance instance = running(request);

            // when
            life.jobs().pass(Duration.ofDays(91));

            // then
            assertThat(instance).isEnded().hasPassed("Task_ReportExpiry", "EndEvent_InvitationExpired");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.EXPIRED);
            assertThat(status(request)).isEqualTo(RelationshipStatus.EXPIRED);
        }

        @Test
        void when_a_refused_address_is_never_corrected() {
            // given
            String customer = Lifecycle.newAddress();
            TestMail.refuse(customer);
            Request request = life.sent(PAULA, customer, MAIL);
            ProcessInstance instance = running(request);

            // when
            life.jobs().pass(Duration.ofDays(91));

            // then
            assertThat(instance).isEnded().hasPassed("Event_ValidityOver", "Task_ReportExpiry", "EndEvent_InvitationExpired")
                    .hasNotPassed("CallActivity_WaitForAcceptance");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.EXPIRED);
        }
    }

    @Nested
    class Invitation_withdrawn {

        @Test
        void when_the_partner_takes_the_draft_back() {
            // given
            Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
            ProcessInstance instance = running(request);

            // when
            own.withdraw(request.id(), PAULA);

            // then
            assertThat(instance).isEnded().hasPassed("Event_DraftWithdrawn", "EndEvent_InvitationWithdrawn");
            assertThat(status(request)).isEqualTo(RelationshipStatus.WITHDRAWN);
        }

        @Test
        void when_a_draft_is_left_alone_for_thirty_days() {
            // given
            Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
            ProcessInstance instance = running(request);

            // when
            life.jobs().pass(Duration.ofDays(31));

            // then
            assertThat(instance).isEnded().hasPassed("Task_WithdrawDraft", "EndEvent_InvitationWithdrawn");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
        }

        @Test
        void when_the_partner_takes_it_back_while_the_mail_cannot_be_sent() {
            // given
            String customer = Lifecycle.newAddress();
            TestMail.failFor(customer);
            Request request = life.reviewed(life.draft(PAULA, customer, MAIL), PAULA, SentBy.MANDATE);
            ProcessInstance instance = running(request);
            life.jobs().failUntilIncident(instance.getId());

            // when
            own.withdraw(request.id(), PAULA);

            // then
            assertThat(instance).isEnded().hasPassed("Event_DeliveryWithdrawn", "EndEvent_InvitationWithdrawn");
            assertThat(TestMail.to(customer)).isEmpty();
        }

        @Test
        void when_the_partner_takes_it_back_before_the_answer() {
            // given
            Request request = life.sent(PAULA, Lifecycle.newAddress(), MAIL);
            ProcessInstance instance = running(request);

            // when
            own.withdraw(request.id(), PAULA);

            // then
            assertThat(instance).isEnded().hasPassed("CallActivity_WaitForAcceptance", "EndEvent_InvitationWithdrawn");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
        }
    }
}
