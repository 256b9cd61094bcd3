package io.mandate.engine;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.ManagementTest;
import jakarta.validation.Validation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Old history goes at night, by one job. */
@ManagementTest
class HistoryCleanupTests {

    @Autowired Lifecycle life;
    @Autowired HistoryService history;
    @Autowired ManagementService management;

    @AfterEach
    void present() {
        ClockUtil.reset();
    }

    @Test
    void what_ended_long_ago_is_forgotten_at_night_and_what_ended_lately_is_not() {
        // given
        UUID old = granted();
        life.jobs().runDue();
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofDays(100))));
        UUID young = granted();
        life.jobs().runDue();
        assertThat(remembered(old)).isPositive();

        // when
        ClockUtil.setCurrentTime(Date.from(noonAfter(Duration.ofDays(190))));
        asAtStart();
        assertThat(cleanup().getDuedate().toInstant().atZone(ZoneOffset.UTC).toLocalTime()).isEqualTo(LocalTime.of(1, 0));
        ClockUtil.setCurrentTime(Date.from(noonAfter(Duration.ofDays(190)).plus(Duration.ofHours(14))));
        while (!cleanup().getDuedate().after(ClockUtil.getCurrentTime())) {
            // A batch each; the job sets its next date.
            management.executeJob(cleanup().getId());
        }

        // then
        assertThat(remembered(old)).isZero();
        assertThat(remembered(young)).isPositive();
    }

    @Test
    void nodes_that_start_at_once_make_one_job() throws Exception {
        AtOnce.answers(this::asAtStart, this::asAtStart);

        assertThat(history.findHistoryCleanupJobs()).hasSize(1);
    }

    @Test
    void hours_that_are_none_are_refused() {
        var validator = Validation.buildDefaultValidatorFactory().getValidator();

        for (String wrong : List.of("", "1-5", "01:00-01:00", "25:00-03:00", "01:00", "never")) {
            assertThat(validator.validate(new HistoryProperties(wrong))).as(wrong).singleElement().satisfies(problem ->
                    assertThat(problem.getMessage()).startsWith("mandate.history.cleanup: must be two different times"));
        }
        assertThat(validator.validate(new HistoryProperties("23:00-04:30"))).isEmpty();
        assertThat(validator.validate(new HistoryProperties("off"))).isEmpty();
    }

    /** As an engine that starts does it: where another one was quicker, what is needed is there. */
    private Void asAtStart() {
        try {
            history.cleanUpHistoryAsync(false);
        } catch (OptimisticLockingException anotherNode) {
            assertThat(history.findHistoryCleanupJobs()).isNotEmpty();
        }
        return null;
    }

    private UUID granted() {
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        return request.relationshipId();
    }

    private long remembered(UUID relationship) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(relationship.toString()).count();
    }

    private Job cleanup() {
        return history.findHistoryCleanupJobs().get(0);
    }

    private static Instant noonAfter(Duration time) {
        return Instant.now().plus(time).atZone(ZoneOffset.UTC).toLocalDate().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
