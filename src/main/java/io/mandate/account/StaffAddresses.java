package io.mandate.account;

import io.mandate.identity.Account;
import io.mandate.relationship.CustomerProperties;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.PartnerCustomers;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which addresses people of staff can have: plain ones; none at a free-mail provider, since such a mailbox stays with its
 * person and not with the organisation; none in the domain of one of the partner's own customers, since who answers for a
 * customer must be somebody else than who asks.
 */
@Component
class StaffAddresses {

    /** Said for every reason that lies with others, so that it tells of none of them. */
    static final FieldProblem NOT_HERE = new FieldProblem("address", "problem.account.address.notHere");

    private final CustomerProperties customers;
    private final PartnerCustomers ofPartner;

    StaffAddresses(CustomerProperties customers, PartnerCustomers ofPartner) {
        this.customers = customers;
        this.ofPartner = ofPartner;
    }

    /** The typed address as a user name, in lower case. */
    static Optional<String> username(String typed) {
        return EmailAddress.parse(typed).map(one -> one.value().toLowerCase(Locale.ROOT)).filter(Account::isUsername);
    }

    /** What is wrong with an address for staff of that partner, or of the provider; empty where nothing is. */
    Optional<FieldProblem> problem(String typed, Optional<String> partner) {
        Optional<String> username = username(typed);
        if (username.isEmpty()) {
            return Optional.of(new FieldProblem("address",
                    EmailAddress.parse(typed).isEmpty() ? "problem.address" : "problem.account.address.plain"));
        }
        EmailAddress address = EmailAddress.of(username.get());
        if (customers.freeMailDomains().contains(address.domain())) {
            return Optional.of(new FieldProblem("address", "problem.account.address.freeMail"));
        }
        return partner.filter(one -> ofPartner.haveDomain(one, address.domain())).map(one -> NOT_HERE);
    }
}
