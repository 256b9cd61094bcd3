package io.mandate.invitation;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Cloud;
import io.mandate.identity.Accounts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PartnerStaff;
import io.mandate.request.RequestRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom a partner may invite, and how: every rule answers with the field concerned and what to do. */
@Component
class InvitationRules {

    private static final int LONGEST_ORGANISATION = 200;

    private final Catalog catalog;
    private final Accounts accounts;
    private final RequestRules requests;

    InvitationRules(Catalog catalog, Accounts accounts, RequestRules requests) {
        this.catalog = catalog;
        this.accounts = accounts;
        this.requests = requests;
    }

    /** Throws {@link InvalidInputException} with everything that is wrong with a new request. */
    void check(NewInvitation input, Partner partner, PartnerStaff staff) {
        List<FieldProblem> problems = who(input, partner, staff);
        problems.addAll(requests.asked(input.cloud(), input.services(), input.withoutPermission()));
        InvalidInputException.refuse(problems);
    }

    /** As {@link #check}, services aside. */
    void checkWho(NewInvitation input, Partner partner, PartnerStaff staff) {
        InvalidInputException.refuse(who(input, partner, staff));
    }

    /** Throws {@link InvalidInputException} with everything that is wrong with what is asked for. */
    void checkAsked(String cloudId, String name, List<AskedPermission> services, boolean withoutPermission) {
        List<FieldProblem> problems = new ArrayList<>(requests.name(name));
        problems.addAll(requests.asked(cloudId, services, withoutPermission));
        InvalidInputException.refuse(problems);
    }

    /** Throws {@link InvalidInputException} with everything that is wrong with the draft e-mail. */
    void checkDraft(String subject, String text) {
        InvalidInputException.refuse(requests.mail(subject, text));
    }

    private List<FieldProblem> who(NewInvitation input, Partner partner, PartnerStaff staff) {
        List<FieldProblem> problems =
                new ArrayList<>(RequestRules.length("organisation", input.organisation(), 1, LONGEST_ORGANISATION));
        Optional<EmailAddress> address = EmailAddress.parse(input.address());
        if (address.isEmpty()) {
            problems.add(new FieldProblem("address", "problem.address"));
        } else if (address.get().domain().equals(staff.address().domain())) {
            problems.add(new FieldProblem("address", "problem.address.own", staff.address().domain()));
        } else if (isOfTheOtherTier(address.get().domain(), partner, staff)) {
            problems.add(new FieldProblem("address", "problem.address.tier", address.get().domain()));
        }
        problems.addAll(requests.language(input.language()));
        Optional<Cloud> cloud = catalog.cloud(input.cloud());
        if (cloud.isEmpty()) {
            problems.add(new FieldProblem("cloud", "problem.cloud"));
        } else if (!cloud.get().serves(input.country())) {
            problems.add(new FieldProblem("country", "problem.country"));
        } else if (!partner.isActiveIn(input.cloud(), input.country())) {
            problems.add(partner.id().equals(staff.partnerId()) ? new FieldProblem("country", "problem.market")
                    : new FieldProblem("country", "problem.market.partner", partner.name()));
        }
        problems.addAll(requests.name(input.name()));
        return problems;
    }

    /** Whether somebody of the partner on whose behalf is asked, or of its provider, could answer in the customer's place. */
    private boolean isOfTheOtherTier(String domain, Partner partner, PartnerStaff staff) {
        return Stream.concat(Stream.of(partner.id()), partner.provider().stream()).filter(one -> !one.equals(staff.partnerId()))
                .flatMap(one -> accounts.ofPartner(one).stream())
                .anyMatch(account -> EmailAddress.of(account.username()).domain().equals(domain));
    }
}
