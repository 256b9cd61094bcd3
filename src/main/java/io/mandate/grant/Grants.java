package io.mandate.grant;

import io.mandate.acceptance.Correspondence;
import io.mandate.mail.Answerer;
import io.mandate.mail.GrantedToCustomerMail;
import io.mandate.mail.GrantedToPartnerMail;
import io.mandate.mail.MailContent;
import io.mandate.mail.ServiceDelayMail.Told;
import io.mandate.mail.ServiceDelayMail;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Granting;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.revocation.Removals;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants what a customer approved, and tells everybody concerned. */
@Service
@Transactional
public class Grants {

    private final Requests requests;
    private final RelationshipSides sides;
    private final Consents consents;
    private final Granting granting;
    private final Removals removals;
    private final ServiceSetup setup;
    private final Correspondence correspondence;

    Grants(Requests requests, RelationshipSides sides, Consents consents, Granting granting, Removals removals,
            ServiceSetup setup, Correspondence correspondence) {
        this.requests = requests;
        this.sides = sides;
        this.consents = consents;
        this.granting = granting;
        this.removals = removals;
        this.setup = setup;
        this.correspondence = correspondence;
    }

    /** What is worth knowing of a record for what comes next. */
    public record Recorded(boolean takenOver, boolean tellable) {}

    /**
     * Records the permissions that the customer chose, taken over from the holders they were shown.
     *
     * @return whether any was taken over from another partner, and whether any of the services can be told
     */
    public Recorded record(UUID id) {
        Request request = requests.get(id);
        Granting.Losses lost = granting.record(request, sides.of(request.relationshipId()), consent(id));
        removals.lapsed(lost.lapsed());
        return new Recorded(!lost.takenOver().isEmpty(), setup.isTellable(request));
    }

    /** For each partner from whom permissions were taken over, the rest of their removal begins. */
    public void removeFromPreviousPartner(UUID id) {
        removals.takenOver(id);
    }

    /** A service has not confirmed for a while: both sides hear that Mandate keeps at it; not where a person is at it already. */
    public void tellDelay(UUID id) {
        Request request = requests.get(id);
        if (setup.unconfirmed(request, request.language()).isEmpty()) {
            return;
        }
        String partner = correspondence.contact(request).organisation();
        correspondence.toBothSides(request, "",
                language -> new ServiceDelayMail(
                        Told.GRANTED, partner, request.organisation(), setup.unconfirmed(request, language)),
                language -> new ServiceDelayMail(
                        Told.GRANTED, partner, request.organisation(), setup.unconfirmed(request, language)));
    }

    /** Tells customer and partner the particulars of what is in force now. */
    public void tellBothSides(UUID id) {
        Request request = requests.get(id);
        Consent consent = consent(id);
        Answerer answerer = new Answerer(consent.name(), consent.address().value());
        List<AskedPermission> approved = request.approved();
        ServiceSetup.Outcome outcome = setup.outcome(request);
        GrantedToCustomerMail toCustomer = new GrantedToCustomerMail(
                correspondence.contact(request), request.organisation(),
                correspondence.granted(approved, consent.givenAt(), outcome.ends(), consent.language()),
                names(outcome.confirmed(), consent.language()), names(outcome.ended(), consent.language()),
                answerer, consent.givenAt(), consent.agreementVersion());
        Function<Locale, MailContent> toPartner = language -> new GrantedToPartnerMail(
                request.organisation(), correspondence.granted(approved, consent.givenAt(), outcome.ends(), language),
                names(outcome.confirmed(), language), names(outcome.ended(), language),
                answerer, consent.givenAt(), consent.agreementVersion(), correspondence.page(request),
                !request.kind().isAsked(), request.kind().isAsked() ? "" : request.reason());
        correspondence.each(
                () -> correspondence.to(consent.address(), request, "", consent.language(), toCustomer),
                () -> correspondence.toPartner(request, "", toPartner));
    }

    private List<String> names(List<String> services, Locale language) {
        return services.stream().map(service -> correspondence.service(service, language)).toList();
    }

    private Consent consent(UUID request) {
        return consents.find(request).orElseThrow();
    }
}
