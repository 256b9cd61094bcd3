package io.mandate.organisation;

import io.mandate.relationship.Administrator;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.SupportContacts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer's administrator chooses whom to call about a service. */
@Service
@Transactional
public class ContactChoices {

    private final Organisations organisations;
    private final SupportContacts contacts;

    ContactChoices(Organisations organisations, SupportContacts contacts) {
        this.organisations = organisations;
        this.contacts = contacts;
    }

    /** The partners that may be chosen: those with a relationship in force. */
    public static List<Organisation.Partner> possible(Organisation organisation) {
        return organisation.partners().stream().filter(one -> one.relationship().status().isInForce()).toList();
    }

    /**
     * Chooses the partner of this id. Refuses as {@link Organisations#of(EmailAddress, UUID)}.
     *
     * @throws InvalidInputException where that is no partner with a relationship in force
     */
    public void choose(EmailAddress person, UUID customer, String service, String partner) {
        Administrator who = organisations.member(person, customer);
        Organisation organisation = offering(organisations.of(person, customer), service);
        UUID relationship = possible(organisation).stream().map(Organisation.Partner::relationship)
                .filter(one -> one.partnerId().equals(partner)).findFirst()
                .orElseThrow(() -> new InvalidInputException(new FieldProblem("partner", "problem.contact.partner"))).id();
        contacts.choose(customer, service, relationship, who.name());
    }

    /** Goes back to the default; refuses as {@link Organisations#of(EmailAddress, UUID)}. */
    public void reset(EmailAddress person, UUID customer, String service) {
        Administrator who = organisations.member(person, customer);
        offering(organisations.of(person, customer), service);
        contacts.reset(customer, service, who.name());
    }

    private static Organisation offering(Organisation organisation, String service) {
        if (organisation.services().stream().noneMatch(one -> one.service().id().equals(service))) {
            throw new NotFoundException("service", service);
        }
        return organisation;
    }
}
