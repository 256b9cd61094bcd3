package io.mandate.organisation;

import io.mandate.MandateProperties;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.AdministratorNamedMail;
import io.mandate.mail.MailFailedException;
import io.mandate.mail.Mailer;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administrators name further administrators of their own organisation, and remove them. */
@Service
@Transactional
public class People {

    private static final int LONGEST_NAME = 120;

    private final MandateProperties mandate;
    private final Organisations organisations;
    private final Administrators administrators;
    private final Passkeys passkeys;
    private final Mailer mailer;
    private final Clock clock;

    People(MandateProperties mandate, Organisations organisations, Administrators administrators, Passkeys passkeys, Mailer mailer,
            Clock clock) {
        this.mandate = mandate;
        this.organisations = organisations;
        this.administrators = administrators;
        this.passkeys = passkeys;
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * Names another administrator, who is told by mail at once.
     *
     * @throws InvalidInputException where the name is missing, the address is none of the customer's, that person is one
     *     already, or the mail could not be sent: nothing is stored then
     */
    public void name(EmailAddress by, UUID customer, String name, String typed) {
        Administrator who = organisations.member(by, customer);
        Organisation organisation = organisations.of(by, customer);
        Optional<EmailAddress> address = EmailAddress.parse(typed.strip());
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", "problem.administrator.name", LONGEST_NAME));
        }
        if (address.isEmpty()) {
            problems.add(new FieldProblem("address", "problem.address"));
        } else if (!organisation.customer().identity().covers(address.get())) {
            problems.add(new FieldProblem("address", "problem.address.customer", organisation.customer().identity().readable()));
        }
        InvalidInputException.refuse(problems);
        if (!administrators.name(customer, address.get(), name.strip(), who.language(), by)) {
            throw new InvalidInputException(new FieldProblem("address", "problem.administrator.known"));
        }
        tell(address.get(), who, organisation.name());
    }

    /**
     * Removes one, whose passkeys are forgotten unless they speak for another customer.
     *
     * @return false where that person is none any more
     * @throws io.mandate.relationship.LastAdministratorException where nobody would be left
     */
    public boolean remove(EmailAddress by, UUID customer, String address) {
        organisations.member(by, customer);
        Optional<EmailAddress> removed = EmailAddress.parse(address).filter(one -> administrators.remove(customer, one, by));
        removed.filter(one -> administrators.with(one).isEmpty()).map(PasskeyOwner::ofCustomer).ifPresent(passkeys::forget);
        return removed.isPresent();
    }

    private void tell(EmailAddress address, Administrator who, String organisation) {
        try {
            mailer.sendUnrecorded(who.customerId() + " " + clock.instant(), address.value(), who.language(),
                    new AdministratorNamedMail(organisation, who.name(), mandate.url("/sign-in")));
        } catch (AddressRefusedException refused) {
            throw new InvalidInputException(new FieldProblem("address", "problem.administrator.refused"));
        } catch (MailFailedException failed) {
            throw new InvalidInputException(new FieldProblem("address", "problem.administrator.mail"));
        }
    }
}
