package io.mandate.customers;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Customer;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a partner about its customers, and never about other partners. */
@Component
@Transactional(readOnly = true)
public class Customers {

    private final Relationships relationships;
    private final Requests requests;
    private final Permissions permissions;
    private final Consents consents;
    private final Revocations revocations;
    private final Terminations terminations;
    private final Catalog catalog;
    private final Clock clock;

    Customers(Relationships relationships, Requests requests, Permissions permissions, Consents consents,
            Revocations revocations, Terminations terminations, Catalog catalog, Clock clock) {
        this.relationships = relationships;
        this.requests = requests;
        this.permissions = permissions;
        this.consents = consents;
        this.revocations = revocations;
        this.terminations = terminations;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The customer of this relationship. Throws {@link NotFoundException} where the partner has no such relationship. */
    public CustomerRecord get(String partner, UUID relationshipId) {
        Relationship relationship = relationships.find(relationshipId)
                .filter(found -> found.partnerId().equals(partner))
                .orElseThrow(() -> new NotFoundException("relationship", relationshipId));
        return new CustomerRecord(relationship, services(partner, relationship),
                requests.of(relationshipId), consents.approvalsOf(relationshipId),
                terminations.newest(relationshipId).filter(Termination::isOpen));
    }

    private List<CustomerService> services(String partner, Relationship relationship) {
        Customer customer = relationship.customer();
        List<Revocation> lost = revocations.of(relationship.id());
        List<Service> offered = catalog.services(customer.cloud());
        Set<String> ids = offered.stream().map(Service::id).collect(Collectors.toSet());
        List<Permission> known = permissions.lastHeld(Set.of(customer.id()), ids).getOrDefault(customer.id(), List.of()).stream()
                .flatMap(one -> one.permission().stream()).toList();
        Instant now = clock.instant();
        return offered.stream()
                .map(service -> service(partner, customer, service, now, known.stream()
                        .filter(permission -> permission.service().equals(service.id())).findFirst(), lost.stream()
                        .filter(one -> one.services().contains(service.id())).findFirst()))
                .toList();
    }

    private static CustomerService service(
            String partner, Customer customer, Service service, Instant now, Optional<Permission> permission,
            Optional<Revocation> lost) {
        Optional<Permission> own = permission.filter(one -> one.holder().equals(partner));
        boolean held = permission.filter(one -> one.countsAt(now)).isPresent();
        Holder holder = !held ? Holder.NOBODY : own.isPresent() ? Holder.YOU : Holder.ANOTHER_PARTNER;
        return new CustomerService(service, holder, own, lost.filter(one -> holder != Holder.YOU && own.isEmpty()), holder == Holder.YOU
                ? service.portal(customer.cloud()).map(portal -> portal.linksFor(customer.id().toString()))
                : Optional.empty());
    }
}
