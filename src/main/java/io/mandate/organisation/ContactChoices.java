package io.mandate.organisation;

import io.mandate.relationship.Administrator;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.SupportContacts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer's administrator chooses whom to call about a service. Both ways throw {@link ConcurrencyFailureException} where
 * another choice, or a change of a duty, came at the same moment: all may be tried again.
 */
@Service
@Transactional
public class ContactChoices {

    /** No partner has such an id, since ids have no blanks. */
    private static final String OF = "provider of ";

    private final Organisations organisations;
    private final Relationships relationships;
    private final SupportContacts contacts;

    ContactChoices(Organisations organisations, Relationships relationships, SupportContacts contacts) {
        this.organisations = organisations;
        this.relationships = relationships;
        this.contacts = contacts;
    }

    /**
     * Somebody who may be chosen.
     *
     * @param id of the partner; of a provider, by that of the partner on whose behalf it asked
     * @param behalf that partner's name, empty for a partner itself
     */
    public record Possible(String id, String name, String behalf, SupportContacts.Chosen chosen) {}

    /** Who may be chosen: partners with a relationship in force, and the indirect providers that asked on their behalf. */
    public static List<Possible> possible(Organisation organisation) {
        return organisation.partners().stream().filter(one -> one.relationship().status().isInForce())
                .flatMap(one -> Stream.concat(Stream.of(partner(one)), one.provider().stream().map(provider -> provider(provider, one))))
                .toList();
    }

    private static Possible partner(Organisation.Partner partner) {
        return new Possible(partner.relationship().partnerId(), partner.name(), "",
                new SupportContacts.Chosen(partner.relationship().id(), Optional.empty()));
    }

    private static Possible provider(Organisation.Provider provider, Organisation.Partner of) {
        return new Possible(OF + of.relationship().partnerId(), provider.contact().partner(), of.name(),
                new SupportContacts.Chosen(of.relationship().id(), Optional.of(provider.id())));
    }

    /**
     * Chooses the one of this id. Refuses as {@link Organisations#of(EmailAddress, UUID)}.
     *
     * @throws InvalidInputException where that is nobody who may be chosen
     */
    public void choose(EmailAddress person, UUID customer, String service, String id) {
        Administrator who = organisations.member(person, customer);
        Organisation organisation = offering(organisations.of(person, customer), service);
        Possible chosen = possible(organisation).stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new InvalidInputException(new FieldProblem("partner", "problem.contact.partner")));
        lock(customer, service, Optional.of(chosen.chosen().relationship()));
        contacts.choose(customer, service, chosen.chosen(), who.name());
    }

    /** Goes back to the default; refuses as {@link Organisations#of(EmailAddress, UUID)}. */
    public void reset(EmailAddress person, UUID customer, String service) {
        Administrator who = organisations.member(person, customer);
        offering(organisations.of(person, customer), service);
        lock(customer, service, Optional.empty());
        contacts.reset(customer, service, who.name());
    }

    /**
     * Locks whose history will tell of it, before the choice itself and in the order in which all do: a duty that changes takes
     * the choice along while its relationships are locked.
     */
    private void lock(UUID customer, String service, Optional<UUID> next) {
        Optional<UUID> before = chosen(customer, service);
        Stream.concat(before.stream(), next.stream()).distinct().sorted().forEach(relationships::lock);
        if (!chosen(customer, service).equals(before)) {
            throw new ConcurrencyFailureException("Somebody else was just chosen to be called about the service");
        }
    }

    private Optional<UUID> chosen(UUID customer, String service) {
        return Optional.ofNullable(contacts.of(customer).get(service)).map(SupportContacts.Chosen::relationship);
    }

    private static Organisation offering(Organisation organisation, String service) {
        if (organisation.services().stream().noneMatch(one -> one.service().id().equals(service))) {
            throw new NotFoundException("service", service);
        }
        return organisation;
    }
}
