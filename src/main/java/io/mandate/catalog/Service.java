package io.mandate.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that partners administer for customers.
 *
 * @param portals by cloud id; a cloud that is missing here does not offer the service
 */
public record Service(
        String id, LocalizedText name, LocalizedText description, List<Role> roles, Map<String, Portal> portals) {

    public Service {
        roles = roles == null ? List.of() : List.copyOf(roles);
        portals = portals == null ? Map.of() : Map.copyOf(portals);
    }

    public Optional<Role> role(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    public boolean offeredIn(String cloudId) {
        return portals.containsKey(cloudId);
    }

    public Optional<Portal> portal(String cloudId) {
        return Optional.ofNullable(portals.get(cloudId));
    }
}
