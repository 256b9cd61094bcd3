package io.mandate.customers;

import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is around a relationship: everything that no partner may know of it, and process owners and auditors read. */
@Component
@Transactional(readOnly = true)
public class Surroundings {

    private final Relationships relationships;
    private final Permissions permissions;
    private final Partners partners;
    private final Clock clock;

    Surroundings(Relationships relationships, Permissions permissions, Partners partners, Clock clock) {
        this.relationships = relationships;
        this.permissions = permissions;
        this.partners = partners;
        this.clock = clock;
    }

    /** A relationship of the same customer, by the name of its partner. */
    public record Other(UUID id, String partner, RelationshipStatus status) {}

    /**
     * @param partner the name of the relationship's own
     * @param holders the name of the partner that holds each service of the customer now
     */
    public record Around(String partner, Map<String, String> holders, List<Other> others) {}

    /** Of that relationship. */
    public Around of(Relationship relationship) {
        List<Relationship> all = relationships.ofCustomer(relationship.customer().id());
        List<Permission> held = permissions.heldAt(relationship.customer().id(), clock.instant());
        Map<String, String> names = Stream.concat(
                        Stream.concat(all.stream(), Stream.of(relationship)).map(Relationship::partnerId),
                        held.stream().map(Permission::holder)).distinct()
                .collect(Collectors.toMap(id -> id, id -> partners.get(id).name()));
        return new Around(names.get(relationship.partnerId()),
                held.stream().collect(Collectors.toMap(Permission::service, one -> names.get(one.holder()))),
                all.stream().filter(one -> !Objects.equals(one.id(), relationship.id()))
                        .map(one -> new Other(one.id(), names.get(one.partnerId()), one.status())).toList());
    }
}
