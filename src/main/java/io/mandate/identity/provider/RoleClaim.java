package io.mandate.identity.provider;

import io.mandate.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which claim names what somebody may do, and which of its values stand for which role.
 *
 * @param claim its name, or a path such as {@code realm_access.roles}; empty where everybody has the role {@code otherwise}
 * @param values roles by the value; of several the first in {@link Role}'s order counts that the organisation can have
 * @param otherwise the role of who has none of the values; null for refusing them
 */
public record RoleClaim(@DefaultValue("") String claim, @DefaultValue Map<String, Role> values, Role otherwise) {

    /** The role for which these values stand in such an organisation. */
    Optional<Role> of(List<String> present, VouchedOrganisation.Kind kind) {
        return Stream.concat(
                        present.stream().flatMap(value -> Stream.ofNullable(values.get(value))).sorted(),
                        Stream.ofNullable(otherwise))
                .filter(kind::has)
                .findFirst();
    }

    /** Whether one of these values stands for that role. */
    boolean names(List<String> present, Role role) {
        return present.stream().anyMatch(value -> values.get(value) == role);
    }

    boolean isGiven() {
        return !claim.isBlank() || !values.isEmpty() || otherwise != null;
    }
}
