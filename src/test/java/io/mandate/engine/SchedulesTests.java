package io.mandate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The date of the next start, from one start of Mandate to the next, with the settings changed in between. */
class SchedulesTests {

    private static final String PROCESS = "service-check";
    private static final Duration DAY = Duration.ofDays(1);

    private final Setting setting = new Setting();
    private Instant now = Instant.parse("2026-11-25T09:30:00Z");
    private ProcessEngine engine;
    private Schedules schedules;

    /** Stands for the step that knows the settings. */
    public static final class Setting {

        private Duration every = DAY;

        public String next() {
            return Schedules.cycle(every);
        }
    }

    @BeforeEach
    void deploy() {
        ClockUtil.setCurrentTime(Date.from(now));
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:schedules-tests");
        configuration.setProcessEngineName("schedules-tests");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(Map.of("servicecheckCheckDue", setting));
        new EngineSettings(event -> {}, new HistoryProperties("off")).preInit(configuration);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource("processes/service-check.bpmn").deploy();
        Clock clock = new EngineClock();
        schedules = new Schedules(clock, engine.getManagementService(), engine.getHistoryService());
    }

    @AfterEach
    void close() {
        engine.close();
        ClockUtil.reset();
    }

    @Test
    void a_restart_does_not_put_the_next_date_off() {
        // when
        restart(Duration.ofHours(10), DAY);

        // then
        assertThat(due()).isEqualTo("2026-11-26T09:30:00Z");
    }

    @Test
    void what_is_to_happen_more_often_does_so_from_the_next_restart_on() {
        // when
        restart(Duration.ofHours(10), Duration.ofHours(1));

        // then
        assertThat(due()).isEqualTo("2026-11-25T20:30:00Z");
        assertThat(afterTheNext()).isEqualTo("2026-11-25T21:30:00Z");
    }

    @Test
    void what_is_to_happen_more_seldom_does_so_after_the_next_time() {
        // given
        restart(Duration.ZERO, Duration.ofMinutes(1));

        // when
        restart(Duration.ofSeconds(20), DAY);

        // then
        assertThat(due()).isEqualTo("2026-11-25T09:31:00Z");
        assertThat(afterTheNext()).isBetween("2026-11-26T09:30:00Z", "2026-11-26T09:31:00Z");
    }

    @Test
    void what_is_switched_off_never_happens_until_it_is_switched_on() {
        // when
        restart(Duration.ofHours(10), Duration.ZERO);
        restart(Duration.ofHours(1), Duration.ZERO);

        // then
        assertThat(due()).isAfter("9999-01-01T00:00:00Z");

        // and when
        restart(Duration.ofHours(1), DAY);

        // then
        assertThat(due()).isEqualTo("2026-11-26T21:30:00Z");
        assertThat(afterTheNext()).isBetween("2026-11-27T09:30:00Z", "2026-11-27T21:30:00Z");
    }

    @Test
    void what_was_missed_while_nothing_ran_is_made_up_for_once() {
        // given
        pass(Duration.ofDays(3).plusHours(1));

        // then
        assertThat(afterNow()).isEqualTo("2026-11-29T09:30:00Z");
    }

    @Test
    void a_start_that_fails_stays_for_cockpit_and_does_not_keep_mandate_from_starting() {
        // given
        setting.every = null;
        pass(DAY);
        String failing = job().getId();

        // when
        for (int retries = job().getRetries(); retries > 0; retries--) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(failing)).isNotNull();
        }

        // then
        assertThat(job().getRetries()).isZero();
        restart(DAY, DAY);
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isEqualTo(1);
    }

    @Test
    void the_oldest_instance_that_is_under_way_is_found_with_its_beginning() {
        // given
        assertThat(schedules.oldest(PROCESS)).isEmpty();
        afterTheNext();
        afterTheNext();

        // then
        assertThat(schedules.oldest(PROCESS)).hasValueSatisfying(run ->
                assertThat(run.begun()).isEqualTo("2026-11-26T09:30:00Z"));
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isEqualTo(2);
    }

    private void restart(Duration after, Duration every) {
        pass(after);
        setting.every = every;
        schedules.fit(PROCESS, every);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** The date after the one that is due next, which comes. */
    private Instant afterTheNext() {
        pass(Duration.between(now, due()));
        return afterNow();
    }

    private Instant afterNow() {
        engine.getManagementService().executeJob(job().getId());
        return due();
    }

    private Instant due() {
        return job().getDuedate().toInstant();
    }

    private Job job() {
        return engine.getManagementService().createJobQuery().timers().singleResult();
    }
}
