package io.mandate.invitation;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Cloud;
import io.mandate.catalog.Service;
import io.mandate.mail.LinkPlaceholder;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.CustomerIdentity;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PartnerStaff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a partner may ask for, and how: every rule answers with the field concerned and what to do. */
@Component
class InvitationRules {

    static final int LONGEST_ORGANISATION = 200;
    static final int LONGEST_NAME = 50;
    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 3000;
    static final Set<String> LANGUAGES = Set.of("en", "es", "de");

    private final Catalog catalog;

    InvitationRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Throws {@link InvalidInputException} with everything that is wrong with a new request. */
    void check(NewInvitation input, Partner partner, PartnerStaff staff) {
        List<FieldProblem> problems = who(input, partner, staff);
        problems.addAll(asked(input.cloud(), input.services(), input.withoutPermission()));
        refuse(problems);
    }

    /** As {@link #check}, services aside. */
    void checkWho(NewInvitation input, Partner partner, PartnerStaff staff) {
        refuse(who(input, partner, staff));
    }

    private List<FieldProblem> who(NewInvitation input, Partner partner, PartnerStaff staff) {
        List<FieldProblem> problems = new ArrayList<>();
        length(problems, "organisation", input.organisation(), 1, LONGEST_ORGANISATION);
        Optional<EmailAddress> address = EmailAddress.parse(input.address());
        if (address.isEmpty()) {
            problems.add(new FieldProblem("address", "problem.address"));
        } else if (address.get().domain().equals(staff.address().domain())) {
            problems.add(new FieldProblem("address", "problem.address.own", staff.address().domain()));
        }
        if (!LANGUAGES.contains(input.language())) {
            problems.add(new FieldProblem("language", "problem.language"));
        }
        Optional<Cloud> cloud = catalog.cloud(input.cloud());
        if (cloud.isEmpty()) {
            problems.add(new FieldProblem("cloud", "problem.cloud"));
        } else if (!cloud.get().serves(input.country())) {
            problems.add(new FieldProblem("country", "problem.country"));
        } else if (!partner.isActiveIn(input.cloud(), input.country())) {
            problems.add(new FieldProblem("country", "problem.market"));
        }
        checkName(problems, input.name());
        return problems;
    }

    /** Throws {@link InvalidInputException} with everything that is wrong with what is asked for. */
    void checkAsked(String cloudId, String name, List<AskedPermission> services, boolean withoutPermission) {
        List<FieldProblem> problems = new ArrayList<>();
        checkName(problems, name);
        problems.addAll(asked(cloudId, services, withoutPermission));
        refuse(problems);
    }

    private List<FieldProblem> asked(String cloudId, List<AskedPermission> services, boolean withoutPermission) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Cloud> cloud = catalog.cloud(cloudId);
        if (withoutPermission) {
            if (!services.isEmpty()) {
                problems.add(new FieldProblem("withoutPermission", "problem.without-permission.services"));
            }
            if (cloud.isPresent() && !cloud.get().withoutPermission()) {
                problems.add(new FieldProblem("withoutPermission", "problem.without-permission.cloud"));
            }
        } else if (services.isEmpty()) {
            problems.add(new FieldProblem("services", "problem.services"));
        }
        // Without a cloud there is another problem to solve first.
        cloud.ifPresent(known -> services.forEach(asked -> checkService(problems, known.id(), asked)));
        if (services.stream().map(AskedPermission::service).distinct().count() < services.size()) {
            problems.add(new FieldProblem("services", "problem.service.twice"));
        }
        return problems;
    }

    /** Throws {@link InvalidInputException} with everything that is wrong with the draft e-mail. */
    void checkDraft(String subject, String text) {
        List<FieldProblem> problems = new ArrayList<>();
        length(problems, "subject", subject, 1, LONGEST_SUBJECT);
        length(problems, "text", text, 1, LONGEST_TEXT);
        if (!LinkPlaceholder.isIn(text)) {
            problems.add(new FieldProblem("text", "problem.link"));
        }
        refuse(problems);
    }

    /** Another address for the same customer. Throws {@link InvalidInputException} where it is none. */
    EmailAddress checkAddress(String typed, CustomerIdentity customer) {
        EmailAddress address = EmailAddress.parse(typed)
                .orElseThrow(() -> new InvalidInputException(new FieldProblem("address", "problem.address")));
        if (!customer.covers(address)) {
            throw new InvalidInputException(new FieldProblem("address", "problem.address.customer", customer.value()));
        }
        return address;
    }

    private void checkService(List<FieldProblem> problems, String cloudId, AskedPermission asked) {
        Optional<Service> service = catalog.service(cloudId, asked.service());
        if (service.isEmpty()) {
            problems.add(new FieldProblem("services", "problem.service", asked.service()));
            return;
        }
        String field = "services[" + asked.service() + "]";
        if (asked.roles().isEmpty()) {
            problems.add(new FieldProblem(field + ".roles", "problem.roles"));
        }
        asked.roles().stream()
                .filter(role -> service.get().role(role).isEmpty())
                .forEach(role -> problems.add(new FieldProblem(field + ".roles", "problem.role", role)));
        if (asked.days() < 1 || asked.days() > AskedPermission.MAX_DAYS) {
            problems.add(new FieldProblem(field + ".days", "problem.days", AskedPermission.MAX_DAYS));
        }
    }

    private static void checkName(List<FieldProblem> problems, String name) {
        length(problems, "name", name, 0, LONGEST_NAME);
    }

    private static void length(List<FieldProblem> problems, String field, String value, int least, int most) {
        int length = value.strip().length();
        if (length < least) {
            problems.add(new FieldProblem(field, "problem.missing"));
        } else if (length > most) {
            problems.add(new FieldProblem(field, "problem.long", most, length));
        }
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
