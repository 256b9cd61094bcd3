package io.mandate.engine;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a failed job is held to. */
@MandateTest
class FailedJobsTests {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    @Autowired Lifecycle life;
    @Autowired ProcessEngine engine;

    private Request request;

    @BeforeEach
    void a_mail_is_due() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        request = life.reviewed(life.draft(PAULA, Lifecycle.newAddress(), MAIL), PAULA, SentBy.MANDATE);
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    @Test
    void an_outage_of_the_database_uses_up_no_retry_and_is_soon_over() {
        int before = job().getRetries();

        for (int times = 0; times < 20; times++) {
            failed(new IllegalStateException(new DataAccessResourceFailureException("lost", new SQLException("gone", "08006"))));
        }

        assertThat(job().getRetries()).isEqualTo(before);
        assertThat(job().getDuedate()).hasTime(NOW.plusSeconds(15).toEpochMilli());
        assertThat(job().getExceptionMessage()).isNull();
    }

    @Test
    void whatever_else_fails_uses_up_one_and_waits_as_the_diagram_says() {
        int before = job().getRetries();

        failed(new DataAccessResourceFailureException("broken", new SQLException("no such column", "42703")));

        assertThat(job().getRetries()).isEqualTo(before - 1);
        assertThat(job().getDuedate()).hasTime(NOW.plus(Duration.ofMinutes(1)).toEpochMilli());
    }

    private void failed(Exception why) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(new FailedJobs(told -> { }).getCommand(job().getId(), why));
    }

    private Job job() {
        String instance = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult().getId();
        return engine.getManagementService().createJobQuery().processInstanceId(instance).messages().singleResult();
    }
}
