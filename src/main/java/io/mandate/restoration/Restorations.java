package io.mandate.restoration;

import io.mandate.acceptance.Correspondence;
import io.mandate.acceptance.Waiting;
import io.mandate.mail.AskedAgain;
import io.mandate.mail.AskedService;
import io.mandate.mail.Draft;
import io.mandate.mail.Drafts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Customer;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestRegister;
import io.mandate.request.RequestRules;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A partner asks, in one step, for what it lost or for more under a relationship in force. */
@Service
@Transactional
public class Restorations {

    /** Longest note to the customer, in characters. */
    public static final int LONGEST_NOTE = 1000;

    private final Clock clock;
    private final Restorables restorables;
    private final RequestRules rules;
    private final Partners partners;
    private final RequestRegister register;
    private final Waiting waiting;
    private final Correspondence correspondence;
    private final RestorationProcess process;

    Restorations(Clock clock, Restorables restorables, RequestRules rules, Partners partners, RequestRegister register,
            Waiting waiting, Correspondence correspondence, RestorationProcess process) {
        this.clock = clock;
        this.restorables = restorables;
        this.rules = rules;
        this.partners = partners;
        this.register = register;
        this.waiting = waiting;
        this.correspondence = correspondence;
        this.process = process;
    }

    /**
     * Asks the customer; the mail goes out at once, or the partner's own is ready to be sent.
     *
     * @throws InvalidInputException with everything that is wrong with what was filled in
     * @throws io.mandate.relationship.OpenRequestException where an open request asks for one of the services already
     * @throws NotInForceException where the relationship is not in force
     */
    public Request ask(UUID relationship, NewRestoration input, PartnerStaff staff) {
        Restorable known = restorables.of(relationship, staff);
        EmailAddress address = check(input, known);
        String partner = known.relationship().partnerId();
        Customer customer = known.relationship().customer();
        RequestKind kind = known.kind(input.services());
        Locale language = Locale.forLanguageTag(input.language());
        Draft draft = draft(known, input, kind, language, staff);
        if (draft.text().length() > RequestRules.LONGEST_TEXT) {
            throw new InvalidInputException(new FieldProblem(
                    "note", "problem.mail.long", RequestRules.LONGEST_TEXT, draft.text().length()));
        }
        Request request = register.ask(new RequestRegister.Opening(
                partner, staff.requester(partner), kind, customer.cloud(), known.relationship().organisation(), address,
                language, known.country(), "", input.services(), false, draft.subject(), draft.text()), input.by());
        process.asked(request);
        return request;
    }

    private EmailAddress check(NewRestoration input, Restorable known) {
        Customer customer = known.relationship().customer();
        List<FieldProblem> problems = new ArrayList<>();
        Optional<EmailAddress> address = rules.address(problems, input.address(), customer.identity());
        problems.addAll(rules.language(input.language()));
        problems.addAll(RequestRules.length("note", input.note(), 0, LONGEST_NOTE));
        problems.addAll(input.services().isEmpty()
                ? List.of(new FieldProblem("services", "problem.services.again"))
                : rules.asked(customer.cloud(), input.services(), false));
        Partner partner = partners.get(known.relationship().partnerId());
        if (!partner.isActiveIn(customer.cloud(), known.country())) {
            problems.add(new FieldProblem("country", "problem.market.lost", partner.name()));
        }
        InvalidInputException.refuse(problems);
        return address.orElseThrow();
    }

    private Draft draft(Restorable known, NewRestoration input, RequestKind kind, Locale language, PartnerStaff staff) {
        List<AskedService> asked = correspondence.asked(input.services(), language);
        List<AskedAgain> again = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            again.add(new AskedAgain(asked.get(i), before(known, input.services().get(i), language)));
        }
        return Drafts.again(correspondence.contact(known.relationship().partnerId(), staff.requester(known.relationship().partnerId())),
                known.relationship().organisation(), again, input.note(), waiting.validityDays(known.relationship().customer().cloud(), kind), language);
    }

    private Optional<AskedAgain.Before> before(Restorable known, AskedPermission asked, Locale language) {
        Instant now = clock.instant();
        return Optional.ofNullable(known.past().get(asked.service())).map(past -> new AskedAgain.Before(
                correspondence.roles(asked.service(), past.roles(), language), past.stateAt(now), past.until()));
    }
}
