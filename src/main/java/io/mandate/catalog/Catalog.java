package io.mandate.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything a partner can ask a customer for, in the order in which pages show it. */
public record Catalog(List<Cloud> clouds, List<Service> services) {

    public Catalog {
        clouds = clouds == null ? List.of() : List.copyOf(clouds);
        services = services == null ? List.of() : List.copyOf(services);
    }

    public Optional<Cloud> cloud(String id) {
        return clouds.stream().filter(cloud -> cloud.id().equals(id)).findFirst();
    }

    public Optional<Service> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** A service's name; its id where the catalog no longer has it. */
    public String serviceName(String id, Locale language) {
        return service(id).map(service -> service.name().in(language)).orElse(id);
    }

    /** A role's name; its id where the catalog no longer has it. */
    public String roleName(String serviceId, String id, Locale language) {
        return service(serviceId).flatMap(service -> service.role(id)).map(role -> role.name().in(language)).orElse(id);
    }

    /** A cloud's name; its id where the catalog no longer has it. */
    public String cloudName(String id, Locale language) {
        return cloud(id).map(cloud -> cloud.name().in(language)).orElse(id);
    }

    /** The services that a cloud offers; none for an unknown cloud. */
    public List<Service> services(String cloudId) {
        return services.stream().filter(service -> service.offeredIn(cloudId)).toList();
    }

    /** A service as far as that cloud offers it. */
    public Optional<Service> service(String cloudId, String id) {
        return service(id).filter(service -> service.offeredIn(cloudId));
    }
}
