package io.mandate.invitation;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The ways of the diagram invitation after a mail came back. */
abstract class ReturnedInvitationTest extends InvitationTest {

    @Test
    void a_mail_that_came_back_leads_to_correcting_the_address_and_to_another_mail() {
        // given
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        ProcessInstance instance = running(request);

        // when
        bounced.comesBack(customer);

        // then
        assertThat(instance).isWaitingAt("Task_CorrectAddress");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);

        // and
        String corrected = customer.replace("ada@", "bob@");
        own.correctAddress(request.id(), corrected, PAULA);
        life.jobs().runDue();
        assertThat(instance).isWaitingAt("CallActivity_WaitForAcceptance");
        life.approve(corrected, MAIL);
        life.jobs().runDue();
        assertThat(instance).isEnded().hasPassed("Task_CorrectAddress", "EndEvent_RelationshipInForce");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void another_mail_after_one_that_came_back_can_be_declined() {
        // given
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        ProcessInstance instance = running(request);
        bounced.comesBack(customer);
        own.correctAddress(request.id(), customer, PAULA);
        life.jobs().runDue();

        // when
        life.decline(customer, "Not now");
        life.jobs().runDue();

        // then
        assertThat(instance).isEnded().hasPassed("Task_CorrectAddress", "EndEvent_InvitationDeclined");
    }

    @Test
    void one_that_came_back_can_be_withdrawn() {
        // given
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        ProcessInstance instance = running(request);
        bounced.comesBack(customer);

        // when
        own.withdraw(request.id(), PAULA);

        // then
        assertThat(instance).isEnded().hasPassed("Task_CorrectAddress", "EndEvent_InvitationWithdrawn");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
    }

    @Test
    void one_that_came_back_and_is_never_corrected_expires_when_it_would_have_anyway() {
        // given
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        ProcessInstance instance = running(request);
        life.jobs().pass(Duration.ofDays(60));
        bounced.comesBack(TestMail.to(customer).get(0), customer);

        // when
        life.jobs().pass(Duration.ofDays(31));

        // then
        assertThat(instance).isEnded().hasPassed("Event_ValidityOver", "Task_ReportExpiry", "EndEvent_InvitationExpired");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.EXPIRED);
    }
}
