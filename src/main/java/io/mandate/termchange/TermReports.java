package io.mandate.termchange;

import io.mandate.MandateProperties;
import io.mandate.acceptance.Correspondence;
import io.mandate.mail.ServiceDelayMail;
import io.mandate.mail.TermChangedToCustomerMail;
import io.mandate.mail.TermChangedToPartnerMail;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.TermChange;
import io.mandate.relationship.TermChanges;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells both sides how a term changed, and whether the service knows. */
@Service
@Transactional
public class TermReports {

    private final MandateProperties mandate;
    private final Relationships relationships;
    private final Requests requests;
    private final TermChanges changes;
    private final NewTerms terms;
    private final Correspondence correspondence;

    TermReports(MandateProperties mandate, Relationships relationships, Requests requests, TermChanges changes,
            NewTerms terms, Correspondence correspondence) {
        this.mandate = mandate;
        this.relationships = relationships;
        this.requests = requests;
        this.changes = changes;
        this.terms = terms;
        this.correspondence = correspondence;
    }

    /** The final report. */
    public void tellBothSides(UUID id) {
        TermChange change = changes.get(id);
        Relationship relationship = relationships.get(change.relationshipId());
        Request request = requests.get(change.requestId());
        String partner = correspondence.partner(relationship.partnerId());
        boolean current = terms.isCurrent(change);
        boolean confirmed = terms.isConfirmed(change);
        correspondence.toBothSides(request, occurrence(change), language -> new TermChangedToPartnerMail(
                relationship.organisation(), service(change, language), change.reason().name(),
                change.before(), change.after(), change.actor(), change.note(), current, confirmed,
                correspondence.customerPage(relationship.id())), language -> new TermChangedToCustomerMail(
                partner, relationship.organisation(), service(change, language), change.reason().name(),
                change.before(), change.after(), change.actor(), change.note(), current, confirmed,
                mandate.url("/organisation/" + change.customerId())));
    }

    /** The service has not confirmed for a while: both sides hear that Mandate keeps at it; not where another notice follows. */
    public void tellDelay(UUID id) {
        TermChange change = changes.get(id);
        if (!terms.isCurrent(change)) {
            return;
        }
        Relationship relationship = relationships.get(change.relationshipId());
        Request request = requests.get(change.requestId());
        String partner = correspondence.partner(relationship.partnerId());
        correspondence.toBothSides(request, occurrence(change),
                language -> delay(change, relationship, partner, language),
                language -> delay(change, relationship, partner, language));
    }

    private ServiceDelayMail delay(TermChange change, Relationship relationship, String partner, Locale language) {
        return new ServiceDelayMail(ServiceDelayMail.Told.TERM, partner, relationship.organisation(),
                List.of(service(change, language)));
    }

    private String service(TermChange change, Locale language) {
        return correspondence.service(change.service(), language);
    }

    private static String occurrence(TermChange change) {
        return "term change " + change.id();
    }
}
