package io.mandate.checkpoint;

import io.mandate.engine.Schedules;
import io.mandate.evidence.EvidenceProperties;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The contract of the process {@code checkpoint}, which starts by itself as often as the settings say. */
@Component
public class CheckpointProcess implements ApplicationRunner {

    public static final String KEY = "checkpoint";

    /** True or false: whether more chains are to be covered. */
    public static final String MORE_DUE = "moreDue";

    private final Schedules schedules;
    private final EvidenceProperties settings;

    CheckpointProcess(Schedules schedules, EvidenceProperties settings) {
        this.schedules = schedules;
        this.settings = settings;
    }

    /** The engine keeps the next date from one start to the next: one that no longer fits the settings is set anew. */
    @Override
    public void run(ApplicationArguments arguments) {
        schedules.fit(KEY, settings.checkpointEvery());
    }
}
