package io.mandate.erasure.step;

import io.mandate.engine.Schedules;
import io.mandate.erasure.ErasureProperties;
import org.springframework.stereotype.Component;

@Component("erasureErasureDue")
public class ErasureDue {

    private final ErasureProperties settings;

    ErasureDue(ErasureProperties settings) {
        this.settings = settings;
    }

    /** The timer's cycle (ISO 8601); the engine asks when it reads the diagram, and again whenever erasure was due. */
    public String next() {
        return Schedules.cycle(settings.every());
    }
}
