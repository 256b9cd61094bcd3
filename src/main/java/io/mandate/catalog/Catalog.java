package io.mandate.catalog;

import java.util.List;
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

    /** The services that a cloud offers; none for an unknown cloud. */
    public List<Service> services(String cloudId) {
        return services.stream().filter(service -> service.offeredIn(cloudId)).toList();
    }

    /** A service as far as that cloud offers it. */
    public Optional<Service> service(String cloudId, String id) {
        return service(id).filter(service -> service.offeredIn(cloudId));
    }
}
