package io.mandate.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What the engine has yet to do, and what it gave up; of all nodes together. */
@Component
public class JobBacklog {

    private final Clock clock;
    private final ManagementService management;
    private final RuntimeService runtime;

    JobBacklog(Clock clock, ManagementService management, RuntimeService runtime) {
        this.clock = clock;
        this.management = management;
        this.runtime = runtime;
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
        return new Backlog(dueBefore(now), dueBefore(now.minus(lateAfter)), runtime.createIncidentQuery().count());
    }

    private long dueBefore(Instant time) {
        return management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(time)).count();
    }
}
