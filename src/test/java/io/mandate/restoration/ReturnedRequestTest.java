package io.mandate.restoration;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The way of the diagram restoration after a mail came back. */
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
        life.approve(corrected, MAIL);
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
    }
}
