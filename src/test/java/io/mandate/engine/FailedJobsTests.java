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
import org.camunda.bpm.engine.impl.Page;
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
        Date due = job().getDuedate();

        for (int times = 0; times < 20; times++) {
            failed(new IllegalStateException(new DataAccessResourceFailureException("lost", new SQLException("gone", "08006"))));
        }

        assertThat(job().getRetries()).isEqualTo(before);
        assertThat(job().getDuedate()).as("what never gets further is late").isEqualTo(due);
        assertThat(job().getExceptionMessage()).isNull();
        assertThat(isTaken(NOW.plusSeconds(14))).isFalse();
        assertThat(isTaken(NOW.plusSeconds(16))).isTrue();
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

    @Test
    void an_instance_that_waits_for_one_that_failed_does_not_count_as_a_second_incident(@Autowired JobBacklog backlog) {
        long before = backlog.count(Duration.ofHours(1)).incidents();
        long all = engine.getRuntimeService().createIncidentQuery().count();
        String customer = Lifecycle.newAddress();
        Request waits = life.sent(PAULA, customer, MAIL);
        String called = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("acceptance")
                .processInstanceBusinessKey(waits.relationshipId().toString()).singleResult().getId();

        String job = engine.getManagementService().createJobQuery().processInstanceId(called).list().get(0).getId();

        engine.getManagementService().setJobRetries(job, 0);

        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isEqualTo(all + 2);
        assertThat(backlog.count(Duration.ofHours(1)).incidents()).isEqualTo(before + 1);
        engine.getManagementService().setJobRetries(job, 1);
    }

    /** Whether a node that asks for jobs then gets this one. */
    private boolean isTaken(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
        String id = job().getId();
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 1000)).stream()
                        .anyMatch(one -> one.getId().equals(id)));
    }

    private Job job() {
        String instance = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult().getId();
        return engine.getManagementService().createJobQuery().processInstanceId(instance).messages().singleResult();
    }
}
