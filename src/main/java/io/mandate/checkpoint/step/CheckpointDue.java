package io.mandate.checkpoint.step;

import io.mandate.engine.Schedules;
import io.mandate.evidence.EvidenceProperties;
import org.springframework.stereotype.Component;

@Component("checkpointCheckpointDue")
public class CheckpointDue {

    private final EvidenceProperties settings;

    CheckpointDue(EvidenceProperties settings) {
        this.settings = settings;
    }

    /** The timer's cycle (ISO 8601); the engine asks when it reads the diagram, and again whenever a checkpoint was due. */
    public String next() {
        return Schedules.cycle(settings.checkpointEvery());
    }
}
