package io.mandate.invitation;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** A mail server that fails: retries, then an incident, then a retry by the process owner. */
class SendingTroubleTests extends InvitationTest {

    @Test
    void ends_with_a_retry_once_the_mail_server_is_back() {
        // given
        String customer = Lifecycle.newAddress();
        TestMail.failFor(customer);
        Request request = life.reviewed(life.draft(PAULA, customer, MAIL), PAULA, SentBy.MANDATE);
        ProcessInstance instance = running(request);

        // when
        life.jobs().failUntilIncident(instance.getId());
        assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(instance.getId()).singleResult()
                .getActivityId()).isEqualTo("Task_SendInvitation");
        TestMail.acceptAll();
        Job failed = engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).singleResult();
        assertThat(failed.getDuedate()).isBeforeOrEqualTo(ClockUtil.getCurrentTime());
        engine.getManagementService().setJobRetries(failed.getId(), 1);
        life.jobs().runDue();

        // then
        assertThat(instance).isWaitingAt("CallActivity_WaitForAcceptance");
        assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(instance.getId()).count()).isZero();
    }
}
