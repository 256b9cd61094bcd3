package io.mandate.terms.step;

import io.mandate.engine.Schedules;
import io.mandate.terms.TermsProperties;
import org.springframework.stereotype.Component;

@Component("termsTermsDue")
public class TermsDue {

    private final TermsProperties settings;

    TermsDue(TermsProperties settings) {
        this.settings = settings;
    }

    /** The timer's cycle (ISO 8601); the engine asks when it reads the diagram, and again whenever terms were due. */
    public String next() {
        return Schedules.cycle(settings.every());
    }
}
