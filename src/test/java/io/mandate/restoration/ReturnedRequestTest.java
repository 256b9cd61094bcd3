package io.mandate.restoration;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The ways of the diagram restoration after a mail came back. */
abstract class ReturnedRequestTest extends RestorationTest {

    @Test
    void a_mail_that_came_back_leads_to_correcting_the_address_and_to_another_mail() {
        // given
        Request request = sent(MAIL);
        ProcessInstance instance = running(request);

        // when
        bounced.comesBack(customer);

        // then
        assertThat(instance).isWaitingAt("Task_CorrectAddress");
        String corrected = customer.replace("ada@", "bob@");
        own.correctAddress(request.id(), corrected, PAULA);
        life.jobs().runDue();
        assertThat(instance).isWaitingAt("CallActivity_WaitForAcceptance");
        life.approve(corrected, MAIL);
        life.jobs().runDue();
        assertThat(instance).isEnded().hasPassed("Task_CorrectAddress", "EndEvent_PermissionGranted");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void another_mail_after_one_that_came_back_can_be_declined() {
        // given
        Request request = sent(MAIL);
        ProcessInstance instance = running(request);
        bounced.comesBack(customer);
        own.correctAddress(request.id(), customer, PAULA);
        life.jobs().runDue();

        // when
        life.decline(customer, "Not again");
        life.jobs().runDue();

        // then
        assertThat(instance).isEnded().hasPassed("Task_CorrectAddress", "EndEvent_RequestDeclined");
    }

    @Test
    void one_that_came_back_and_is_never_corrected_expires_when_it_would_have_anyway() {
        // given
        Request request = sent(MAIL);
        ProcessInstance instance = running(request);
        MimeMessage mail = newest(customer);
        life.jobs().pass(Duration.ofDays(60));
        bounced.comesBack(mail, customer);

        // when
        life.jobs().pass(Duration.ofDays(31));

        // then
        assertThat(instance).isEnded().hasPassed("Event_ValidityOver", "Task_ReportExpiry", "EndEvent_RequestExpired");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.EXPIRED);
    }

    @Test
    void one_that_came_back_can_be_withdrawn() {
        // given
        Request request = sent(MAIL);
        ProcessInstance instance = running(request);
        bounced.comesBack(customer);

        // when
        own.withdraw(request.id(), PAULA);

        // then
        assertThat(instance).isEnded().hasPassed("Task_CorrectAddress", "EndEvent_RequestWithdrawn");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
    }

    private static MimeMessage newest(String address) {
        List<MimeMessage> mails = TestMail.to(address);
        return mails.get(mails.size() - 1);
    }
}
