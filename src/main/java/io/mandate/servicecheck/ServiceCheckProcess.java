package io.mandate.servicecheck;

import io.mandate.engine.Schedules;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The contract of the process {@code service-check}, which starts by itself as often as the settings say. */
@Component
public class ServiceCheckProcess implements ApplicationRunner {

    public static final String KEY = "service-check";

    /** True or false: whether permissions may be left that this check has not asked about. */
    public static final String MORE_DUE = "moreDue";

    private final Schedules schedules;
    private final ServiceCheckProperties settings;

    ServiceCheckProcess(Schedules schedules, ServiceCheckProperties settings) {
        this.schedules = schedules;
        this.settings = settings;
    }

    /** The engine keeps the next date from one start to the next: one that no longer fits the settings is set anew. */
    @Override
    public void run(ApplicationArguments arguments) {
        schedules.fit(KEY, settings.every());
    }

    /**
     * When a check began that is to go on; empty where an older one is still under way, which asks all that is due.
     *
     * @param instance the check's id in the engine
     */
    public Optional<Instant> begun(String instance) {
        return schedules.oldest(KEY).filter(run -> run.instance().equals(instance)).map(Schedules.Run::begun);
    }
}
