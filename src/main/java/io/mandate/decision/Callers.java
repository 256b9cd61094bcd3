package io.mandate.decision;

import io.mandate.catalog.Catalog;
import io.mandate.decision.DecisionProperties.Caller;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which services each service account may ask about. */
@Component
public class Callers {

    private final Map<String, Set<String>> services;

    /** Refuses, by the setting's name, a service that the catalog does not have. */
    Callers(DecisionProperties properties, Catalog catalog) {
        for (Caller caller : properties.callers()) {
            for (String service : caller.services()) {
                if (catalog.service(service).isEmpty()) {
                    throw new IllegalStateException("mandate.decision.callers: %s asks about the service \"%s\", "
                            .formatted(caller.name(), service) + "which the catalog does not have");
                }
            }
        }
        services = properties.callers().stream().collect(Collectors.toUnmodifiableMap(Caller::name, Caller::services));
    }

    /** Whether this service account speaks for the service. */
    public boolean mayAskAbout(String caller, String service) {
        return services.getOrDefault(caller, Set.of()).contains(service);
    }
}
