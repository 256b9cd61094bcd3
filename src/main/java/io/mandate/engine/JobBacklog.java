package io.mandate.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine has yet to do, and what it gave up; of all nodes together. */
@Component
public class JobBacklog {

    private final Clock clock;
    private final ManagementService management;
    private final JdbcClient database;

    JobBacklog(Clock clock, ManagementService management, JdbcClient database) {
        this.clock = clock;
        this.management = management;
        this.database = database;
    }

    /**
     * At one moment.
     *
     * @param due jobs whose time has come, those that are just run included
     * @param late those of them whose time came long ago
     * @param incidents open incidents: jobs without retries left
     */
    public record Backlog(long due, long late, long incidents) {}

    /** Counts in three statements, none of which reads more rows than it counts. */
    public Backlog count(Duration lateAfter) {
        Instant now = clock.instant();
        return new Backlog(dueBefore(now), dueBefore(now.minus(lateAfter)), incidents());
    }

    /** An instance that called another one has the incident of that one, too; those count once. */
    private long incidents() {
        return database.sql("select count(*) from ACT_RU_INCIDENT where ID_ = ROOT_CAUSE_INCIDENT_ID_").query(Long.class).single();
    }

    private long dueBefore(Instant time) {
        return management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(time)).count();
    }
}
