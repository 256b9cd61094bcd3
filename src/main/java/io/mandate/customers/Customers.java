package io.mandate.customers;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Customer;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Side;
import io.mandate.relationship.SupportContacts;
import io.mandate.relationship.Terminations;
import io.mandate.relationship.Tiers;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a partner about its customers, and its provider what it may read of them; never about other partners. */
@Component
@Transactional(readOnly = true)
public class Customers {

    private final Tiers tiers;
    private final Partners partners;
    private final Relationships relationships;
    private final Requests requests;
    private final Permissions permissions;
    private final Consents consents;
    private final Revocations revocations;
    private final Terminations terminations;
    private final Renegotiations renegotiations;
    private final SupportContacts contacts;
    private final Catalog catalog;
    private final Clock clock;

    Customers(Tiers tiers, Partners partners, Relationships relationships, Requests requests, Permissions permissions,
            Consents consents, Revocations revocations, Terminations terminations, Renegotiations renegotiations,
            SupportContacts contacts, Catalog catalog, Clock clock) {
        this.tiers = tiers;
        this.partners = partners;
        this.relationships = relationships;
        this.requests = requests;
        this.permissions = permissions;
        this.consents = consents;
        this.revocations = revocations;
        this.terminations = terminations;
        this.contacts = contacts;
        this.renegotiations = renegotiations;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The customer of this relationship. Throws {@link NotFoundException} where the partner has no such relationship. */
    public CustomerRecord get(String partner, UUID relationshipId) {
        return get(relationshipId, owner -> owner.equals(partner));
    }

    /** As {@link #get}, also of a relationship of a partner that works through this organisation: for it to read. */
    public CustomerRecord readBy(String organisation, UUID relationshipId) {
        if (!tiers.readsRelationship(organisation, relationshipId)) {
            throw new NotFoundException("relationship", relationshipId);
        }
        return get(relationshipId, owner -> true);
    }

    /** As {@link #get}, of any relationship: for who reads those of all partners. */
    public CustomerRecord readByAll(UUID relationshipId) {
        return get(relationshipId, owner -> true);
    }

    private CustomerRecord get(UUID relationshipId, Predicate<String> allowed) {
        Relationship relationship = relationships.find(relationshipId)
                .filter(found -> allowed.test(found.partnerId()))
                .orElseThrow(() -> new NotFoundException("relationship", relationshipId));
        List<Request> asked = requests.of(relationshipId);
        return new CustomerRecord(
                relationship, services(relationship.partnerId(), relationship, asked), asked, consents.approvalsOf(relationshipId),
                terminations.open(relationshipId), renegotiations.open(relationshipId),
                renegotiations.bringing(relationshipId, Side.PARTNER));
    }

    private List<CustomerService> services(String partner, Relationship relationship, List<Request> asked) {
        Customer customer = relationship.customer();
        List<Revocation> lost = revocations.of(relationship.id());
        List<Service> offered = catalog.services(customer.cloud());
        Set<String> ids = offered.stream().map(Service::id).collect(Collectors.toSet());
        List<Permission> known = permissions.lastHeld(Set.of(customer.id()), ids).getOrDefault(customer.id(), List.of()).stream()
                .flatMap(one -> one.permission().stream()).toList();
        Instant now = clock.instant();
        Map<String, Contact> calls = calls(
                relationship, asked, known.stream().filter(one -> one.countsAt(now)).toList(), ids);
        return offered.stream()
                .map(service -> service(partner, customer, service, now, known.stream()
                        .filter(permission -> permission.service().equals(service.id())).findFirst(), lost.stream()
                        .filter(one -> one.services().contains(service.id())).findFirst(), Optional.ofNullable(calls.get(service.id()))))
                .toList();
    }

    private Map<String, Contact> calls(Relationship relationship, List<Request> asked, List<Permission> held, Set<String> services) {
        Map<String, Contact> calls = new HashMap<>();
        if (relationship.status().isInForce()) {
            UUID customer = relationship.customer().id();
            List<Relationship> all = relationships.ofCustomer(customer);
            Map<String, SupportContacts.Chosen> chosen = contacts.of(customer);
            services.forEach(service -> SupportContacts.current(Optional.ofNullable(chosen.get(service)), held.stream()
                            .filter(one -> one.service().equals(service)).map(Permission::relationshipId).findFirst(), all)
                    .ifPresent(one -> calls.put(service, contact(one, relationship, asked))));
        }
        return calls;
    }

    /** Who is chosen as the provider of another partner is a stranger, too. */
    private Contact contact(SupportContacts.Chosen called, Relationship own, List<Request> asked) {
        return !called.relationship().equals(own.id()) ? Contact.SOMEBODY_ELSE
                : called.provider().isPresent() && SupportContacts.ofProvider(partners.get(own.partnerId()), asked)
                        .filter(one -> one.provider().equals(called.provider())).isPresent() ? Contact.YOUR_PROVIDER : Contact.YOU;
    }

    private static CustomerService service(
            String partner, Customer customer, Service service, Instant now, Optional<Permission> permission,
            Optional<Revocation> lost, Optional<Contact> contact) {
        Optional<Permission> own = permission.filter(one -> one.holder().equals(partner));
        boolean held = permission.filter(one -> one.countsAt(now)).isPresent();
        Holder holder = !held ? Holder.NOBODY : own.isPresent() ? Holder.YOU : Holder.ANOTHER_PARTNER;
        return new CustomerService(service, holder, own, lost.filter(one -> holder != Holder.YOU && own.isEmpty()), contact,
                holder == Holder.YOU
                ? service.portal(customer.cloud()).map(portal -> portal.linksFor(customer.id().toString()))
                : Optional.empty());
    }
}
