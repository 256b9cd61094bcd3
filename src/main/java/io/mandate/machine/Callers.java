package io.mandate.machine;

import io.mandate.catalog.Catalog;
import io.mandate.machine.CallerProperties.Account;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The service accounts that stand in the settings, each with the services for which it speaks. */
@Component
public class Callers {

    private final Map<String, Set<String>> services;

    /** Refuses, by the setting's name, a service that the catalog does not have. */
    Callers(CallerProperties properties, Catalog catalog) {
        for (Account caller : properties.callers()) {
            for (String service : caller.services()) {
                if (catalog.service(service).isEmpty()) {
                    throw new IllegalStateException("mandate.decision.callers: %s asks about the service \"%s\", "
                            .formatted(caller.name(), service) + "which the catalog does not have");
                }
            }
        }
        services = properties.callers().stream().collect(Collectors.toUnmodifiableMap(Account::name, Account::services));
    }

    /** The service account of that name with these scopes, or empty where the settings have none. */
    public Optional<Caller> find(String name, Set<Scope> scopes) {
        return Optional.ofNullable(services.get(name)).map(own -> new Caller(name, own, scopes));
    }
}
