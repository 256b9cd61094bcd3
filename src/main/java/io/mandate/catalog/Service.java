package io.mandate.catalog;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that partners administer for customers.
 *
 * @param portals by cloud id; a cloud that is missing here does not offer the service
 * @param endpoints by cloud id: where the service is told and asked; in a cloud that is missing here it cannot be
 */
public record Service(
        String id, LocalizedText name, LocalizedText description, List<Role> roles, Map<String, Portal> portals,
        Map<String, URI> endpoints) {

    public Service {
        roles = roles == null ? List.of() : List.copyOf(roles);
        portals = portals == null ? Map.of() : Map.copyOf(portals);
        endpoints = endpoints == null ? Map.of() : Map.copyOf(endpoints);
    }

    public Optional<Role> role(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    public boolean offeredIn(String cloudId) {
        return portals.containsKey(cloudId);
    }

    public Optional<URI> endpoint(String cloudId) {
        return Optional.ofNullable(endpoints.get(cloudId));
    }

    public Optional<Portal> portal(String cloudId) {
        return Optional.ofNullable(portals.get(cloudId));
    }
}
