package io.mandate.engine.reads;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** How long something took is told by the database, from when it began. */
class HistoryTests {

    @AfterEach
    void time_is_what_it_was() {
        ClockUtil.reset();
    }

    private static void everything_has_its_duration(Lifecycle life, HistoryService history) {
        String customer = Lifecycle.newAddress();
        Request draft = life.draft(PAULA, customer, MAIL);
        life.jobs().pass(Duration.ofHours(3));
        life.reviewed(draft, PAULA, SentBy.MANDATE);
        life.jobs().runDue();
        life.jobs().pass(Duration.ofMinutes(50));
        life.approve(customer, MAIL);
        life.jobs().runDue();
        String key = draft.relationshipId().toString();

        List<HistoricProcessInstance> instances =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list();
        assertThat(instances).hasSize(3).allSatisfy(one ->
                assertThat(one.getDurationInMillis()).isEqualTo(one.getEndTime().getTime() - one.getStartTime().getTime()));
        assertThat(instances).extracting(one -> Duration.ofMillis(one.getDurationInMillis()).toMinutes())
                .contains(230L, 50L);
        List<HistoricActivityInstance> steps = instances.stream().flatMap(instance -> history
                .createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()).toList();
        assertThat(steps).hasSizeGreaterThan(10).allSatisfy(one ->
                assertThat(one.getDurationInMillis()).isEqualTo(one.getEndTime().getTime() - one.getStartTime().getTime()));
        List<HistoricTaskInstance> tasks =
                history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(key).list();
        assertThat(tasks).extracting(one -> Duration.ofMillis(one.getDurationInMillis()).toMinutes())
                .containsExactlyInAnyOrder(180L, 50L);
    }

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    class On_h2 {

        @Test
        void everything_that_ended_has_its_duration(@Autowired Lifecycle life, @Autowired HistoryService history) {
            everything_has_its_duration(life, history);
        }
    }

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql {

        @Test
        void everything_that_ended_has_its_duration(@Autowired Lifecycle life, @Autowired HistoryService history) {
            everything_has_its_duration(life, history);
        }
    }
}
