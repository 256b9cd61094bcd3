package io.mandate.request;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Cloud;
import io.mandate.catalog.Languages;
import io.mandate.catalog.Service;
import io.mandate.mail.LinkPlaceholder;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.CustomerIdentity;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.termrules.TermRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a partner may ask for, whatever the kind of request: every rule answers with the field concerned and what to do. */
@Component
public class RequestRules {

    /** Longest text of a mail, in characters. */
    public static final int LONGEST_TEXT = 3000;

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_SUBJECT = 200;

    private final Catalog catalog;
    private final TermRules terms;

    RequestRules(Catalog catalog, TermRules terms) {
        this.catalog = catalog;
        this.terms = terms;
    }

    /** What is wrong with what is asked for in a cloud; an unknown cloud is for others to tell. */
    public List<FieldProblem> asked(String cloudId, List<AskedPermission> services, boolean withoutPermission) {
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

    /** What is wrong with the partner's own name for a request. */
    public List<FieldProblem> name(String name) {
        return length("name", name, 0, LONGEST_NAME);
    }

    /** What is wrong with the language of a mail. */
    public List<FieldProblem> language(String language) {
        return Languages.ALL.stream().anyMatch(known -> known.getLanguage().equals(language)) ? List.of() : List.of(new FieldProblem("language", "problem.language"));
    }

    /** What is wrong with the e-mail of a request. */
    public List<FieldProblem> mail(String subject, String text) {
        List<FieldProblem> problems = new ArrayList<>(length("subject", subject, 1, LONGEST_SUBJECT));
        problems.addAll(length("text", text, 1, LONGEST_TEXT));
        if (!LinkPlaceholder.isIn(text)) {
            problems.add(new FieldProblem("text", "problem.link"));
        }
        return problems;
    }

    /** An address of the customer, or empty and a problem more where it is none. */
    public Optional<EmailAddress> address(List<FieldProblem> problems, String typed, CustomerIdentity customer) {
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            problems.add(new FieldProblem("address", "problem.address"));
        } else if (!customer.covers(address.get())) {
            problems.add(new FieldProblem("address", "problem.address.customer", customer.readable()));
        }
        return address.filter(customer::covers);
    }

    /** Another address for the same customer. Throws {@link InvalidInputException} where it is none. */
    EmailAddress checkAddress(String typed, CustomerIdentity customer) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<EmailAddress> address = address(problems, typed, customer);
        InvalidInputException.refuse(problems);
        return address.orElseThrow();
    }

    /** What is wrong with the length of a text, in characters without blanks around it. */
    public static List<FieldProblem> length(String field, String value, int least, int most) {
        String text = value.strip();
        return text.length() < least ? List.of(new FieldProblem(field, "problem.missing"))
                : FieldProblem.tooLong(field, text, most);
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
        if (asked.extending() && !terms.of(cloudId, asked).extendable()) {
            problems.add(new FieldProblem(field + ".extending", "problem.extending"));
        }
    }
}
