package io.mandate.organisation;

import io.mandate.acceptance.Links;
import io.mandate.catalog.Catalog;
import io.mandate.identity.Accounts;
import io.mandate.organisation.Organisation.Contact;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.Customer;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SupportContacts;
import io.mandate.relationship.Terminations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows administrators their own organisations, and refuses everybody else. */
@Component
@Transactional(readOnly = true)
public class Organisations {

    private final Administrators administrators;
    private final Relationships relationships;
    private final Requests requests;
    private final Permissions permissions;
    private final SupportContacts contacts;
    private final Partners partners;
    private final Accounts accounts;
    private final Terminations terminations;
    private final Renegotiations renegotiations;
    private final Catalog catalog;
    private final Links links;
    private final Clock clock;

    Organisations(Administrators administrators, Relationships relationships, Requests requests,
            Permissions permissions, SupportContacts contacts, Partners partners, Accounts accounts, Terminations terminations,
            Renegotiations renegotiations, Catalog catalog, Links links, Clock clock) {
        this.administrators = administrators;
        this.relationships = relationships;
        this.requests = requests;
        this.permissions = permissions;
        this.contacts = contacts;
        this.partners = partners;
        this.accounts = accounts;
        this.terminations = terminations;
        this.renegotiations = renegotiations;
        this.catalog = catalog;
        this.links = links;
        this.clock = clock;
    }

    /** All customers for whom this person speaks, one per cloud. Throws {@link NotAdministratorException} where there is none. */
    public List<Organisation> of(EmailAddress person) {
        List<Administrator> roles = administrators.with(person);
        if (roles.isEmpty()) {
            throw new NotAdministratorException();
        }
        return roles.stream().map(role -> organisation(role.customerId())).toList();
    }

    /**
     * One of them. Throws {@link NotAdministratorException} where this person speaks for nobody, and
     * {@link NotFoundException} where for another customer only.
     */
    public Organisation of(EmailAddress person, UUID customer) {
        member(person, customer);
        return organisation(customer);
    }

    /** The person as administrator of the customer; refuses as {@link #of(EmailAddress, UUID)}. */
    public Administrator member(EmailAddress person, UUID customer) {
        List<Administrator> roles = administrators.with(person);
        if (roles.isEmpty()) {
            throw new NotAdministratorException();
        }
        return roles.stream().filter(role -> role.customerId().equals(customer)).findFirst()
                .orElseThrow(() -> new NotFoundException("customer", customer));
    }

    /** Whoever the permission of one service is held by now, refusing as {@link #of(EmailAddress, UUID)}; empty for nobody. */
    public Optional<Permission> held(EmailAddress person, UUID customer, String service) {
        member(person, customer);
        return permissions.heldAt(customer, clock.instant()).stream()
                .filter(held -> held.service().equals(service)).findFirst();
    }

    private Organisation organisation(UUID id) {
        List<Relationship> all = relationships.ofCustomer(id);
        if (all.isEmpty()) {
            throw new NotFoundException("relationship of customer", id);
        }
        Customer customer = all.get(0).customer();
        Map<Relationship, List<Request>> asked = new LinkedHashMap<>();
        all.forEach(relationship -> asked.put(relationship, requests.of(relationship.id())));
        List<Organisation.Partner> known = all.stream().filter(one -> one.inForceSince().isPresent())
                .map(relationship -> partner(relationship, asked.get(relationship))).toList();
        List<Permission> held = permissions.heldAt(id, clock.instant());
        Map<String, SupportContacts.Chosen> chosen = contacts.of(id);
        return new Organisation(customer, newest(all).organisation(), administrators.of(id),
                catalog.services(customer.cloud()).stream()
                        .map(service -> service(service, held, known, Optional.ofNullable(chosen.get(service.id())))).toList(),
                known, waiting(asked));
    }

    private Organisation.Service service(io.mandate.catalog.Service service, List<Permission> all, List<Organisation.Partner> known,
            Optional<SupportContacts.Chosen> choice) {
        Optional<Permission> held = all.stream().filter(one -> one.service().equals(service.id())).findFirst();
        Optional<Organisation.Partner> holder = held.flatMap(one -> with(one.relationshipId(), known));
        List<Relationship> relationships = known.stream().map(Organisation.Partner::relationship).toList();
        Optional<SupportContacts.Chosen> contact =
                SupportContacts.current(choice, holder.map(one -> one.relationship().id()), relationships);
        return new Organisation.Service(service, held, holder.map(Organisation.Partner::name).orElse(""),
                contact.flatMap(one -> with(one.relationship(), known).flatMap(partner -> person(one, partner))),
                contact.filter(one -> choice.equals(Optional.of(one))));
    }

    private static Optional<Organisation.Partner> with(UUID relationship, List<Organisation.Partner> known) {
        return known.stream().filter(one -> one.relationship().id().equals(relationship)).findFirst();
    }

    /** The partner's own person where its provider was chosen and is none any more. */
    private static Optional<Contact> person(SupportContacts.Chosen chosen, Organisation.Partner partner) {
        return partner.provider().filter(one -> chosen.provider().equals(Optional.of(one.id()))).map(Organisation.Provider::contact)
                .or(partner::contact);
    }

    private List<Organisation.Waiting> waiting(Map<Relationship, List<Request>> asked) {
        List<Organisation.Waiting> waiting = new ArrayList<>();
        asked.forEach((relationship, all) -> all.stream()
                .filter(request -> request.status() == RequestStatus.WAITING)
                .filter(request -> request.times().validUntil().filter(end -> clock.instant().isBefore(end)).isPresent())
                .forEach(request -> waiting.add(
                        new Organisation.Waiting(name(relationship), request.requester().provider().map(this::name), request,
                                links.answer(request)))));
        waiting.sort(Comparator.comparing(one -> one.request().times().openedAt()));
        return waiting;
    }

    private Organisation.Partner partner(Relationship relationship, List<Request> asked) {
        Partner partner = partners.get(relationship.partnerId());
        return new Organisation.Partner(partner.name(), relationship, own(partner, SupportContacts.known(asked).toList()),
                SupportContacts.ofProvider(partner, asked).map(one -> provider(one.provider().orElseThrow(), one)),
                terminations.open(relationship.id()), renegotiations.open(relationship.id()));
    }

    /** Who asked last for the partner itself; where nobody did, somebody of its staff, or else whoever asked on its behalf. */
    private Optional<Contact> own(Partner partner, List<Request.Requester> known) {
        return known.stream().filter(one -> one.provider().isEmpty()).findFirst()
                .map(one -> contact(partner.name(), one))
                .or(() -> known.isEmpty() ? Optional.empty() : accounts.ofPartner(partner.id()).stream().findFirst()
                        .map(one -> new Contact(partner.name(), one.displayName(), one.username())))
                .or(() -> known.stream().findFirst()
                        .map(one -> contact(one.provider().map(this::name).orElseGet(partner::name), one)));
    }

    private Organisation.Provider provider(String id, Request.Requester person) {
        return new Organisation.Provider(id, contact(name(id), person));
    }

    private static Contact contact(String organisation, Request.Requester person) {
        return new Contact(organisation, person.name(), person.address().value());
    }

    private String name(Relationship relationship) {
        return name(relationship.partnerId());
    }

    private String name(String partner) {
        return partners.get(partner).name();
    }

    private static Relationship newest(List<Relationship> all) {
        return all.stream().max(Comparator.comparing(Relationship::changedAt)).orElseThrow();
    }
}
