package io.mandate.erasure;

import io.mandate.engine.PastInstances;
import io.mandate.engine.Schedules;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The contract of the process {@code erasure}, which starts by itself as often as the settings say. */
@Component
public class ErasureProcess implements ApplicationRunner {

    public static final String KEY = "erasure";

    /** True or false: whether there may be more to erase by now. */
    public static final String MORE_DUE = "moreDue";

    private final Schedules schedules;
    private final PastInstances past;
    private final ErasureProperties settings;

    ErasureProcess(Schedules schedules, PastInstances past, ErasureProperties settings) {
        this.schedules = schedules;
        this.past = past;
        this.settings = settings;
    }

    /** What the engine keeps from one start to the next is set anew where it no longer fits the settings. */
    @Override
    public void run(ApplicationArguments arguments) {
        schedules.fit(KEY, settings.every());
        past.rememberAtMost(settings.after());
    }
}
