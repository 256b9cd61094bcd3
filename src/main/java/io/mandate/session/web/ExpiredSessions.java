package io.mandate.session.web;

import java.time.Duration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Forgets sessions that nobody came back to: each node once a minute, as far as no other is about it. */
@Component
class ExpiredSessions implements SchedulingConfigurer {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final JdbcIndexedSessionRepository stored;

    ExpiredSessions(JdbcIndexedSessionRepository stored) {
        this.stored = stored;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(stored::cleanUpExpiredSessions, EVERY);
    }
}
