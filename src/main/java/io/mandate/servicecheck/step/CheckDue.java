package io.mandate.servicecheck.step;

import io.mandate.engine.Schedules;
import io.mandate.servicecheck.ServiceCheckProperties;
import org.springframework.stereotype.Component;

@Component("servicecheckCheckDue")
public class CheckDue {

    private final ServiceCheckProperties settings;

    CheckDue(ServiceCheckProperties settings) {
        this.settings = settings;
    }

    /** The timer's cycle (ISO 8601); the engine asks when it reads the diagram, and again whenever a check was due. */
    public String next() {
        return Schedules.cycle(settings.every());
    }
}
