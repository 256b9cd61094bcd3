package io.mandate.session.web;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Forgets sessions that nobody came back to: each node once a minute, as far as no other is about it. */
@Component
class ExpiredSessions implements SchedulingConfigurer {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** However many there are, each statement is a short one. */
    private static final int AT_ONCE = 5000;

    /** Sessions end by the machines' time, which is the database's. */
    private static final String FORGET = """
            delete from spring_session where primary_id in
                (select primary_id from spring_session where expiry_time < cast(extract(epoch from current_timestamp) * 1000 as bigint)
                 limit :most for update skip locked)
            """;

    private final JdbcClient jdbc;

    ExpiredSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget() {
        int gone;
        do {
            gone = jdbc.sql(FORGET).param("most", AT_ONCE).update();
        } while (gone == AT_ONCE);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::forget, EVERY);
    }
}
