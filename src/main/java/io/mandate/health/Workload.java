package io.mandate.health;

import io.mandate.engine.JobBacklog.Backlog;
import io.mandate.engine.JobBacklog;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the engine has yet to do, counted now and then, however often it is asked for. */
@Component
public class Workload {

    private final Latest<Backlog> latest;

    Workload(JobBacklog jobs, LookUps lookUps, HealthProperties settings) {
        this.latest = lookUps.every(settings.countEvery(), settings.countedUntil(), () -> jobs.count(settings.lateAfter()));
    }

    /** As it was lately; empty where that cannot be found out. */
    public Optional<Backlog> latest() {
        return latest.get();
    }
}
