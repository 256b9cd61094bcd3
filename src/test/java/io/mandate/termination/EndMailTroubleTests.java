package io.mandate.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.testing.TestMail;
import java.time.Duration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The end of a relationship while mails fail. */
class EndMailTroubleTests extends TerminationTest {

    @Test
    void an_end_is_taken_back_while_no_mail_goes_out() {
        // given
        Termination asked = askedByPartner("");
        ProcessInstance process = running();
        long before = mails(PAULAS, "is to end on");
        TestMail.failFor(customer);
        TestMail.failFor(PAULAS);
        life.jobs().passWithFailures(Duration.ofMinutes(5));
        assertThat(process).isWaitingAt("Task_TellBothSides");

        // when
        terminating.takeBack(asked.id(), Side.PARTNER, "Paula Pérez");
        TestMail.acceptAll();
        life.jobs().pass(Duration.ofHours(1));

        // then
        assertThat(process).isEnded().hasPassed("EndEvent_RelationshipContinued").hasNotPassed("EndEvent_BothSidesTold");
        assertThat(mails(customer, "is to end on")).isZero();
        assertThat(mails(PAULAS, "is to end on")).isEqualTo(before);
        assertThat(mails(customer, "continues")).isEqualTo(1);
    }
}
