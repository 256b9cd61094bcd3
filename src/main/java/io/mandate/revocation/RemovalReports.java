package io.mandate.revocation;

import io.mandate.acceptance.Correspondence;
import io.mandate.mail.RemovedService;
import io.mandate.mail.RemovedToCustomerMail;
import io.mandate.mail.RemovedToPartnerMail;
import io.mandate.mail.ServiceDelayMail.Told;
import io.mandate.mail.ServiceDelayMail;
import io.mandate.mail.ServiceRemainderMail;
import io.mandate.relationship.CheckResult;
import io.mandate.relationship.LostPermission;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.Revocations;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells both sides what was removed, and what a look at the service showed; the partner never by whom it was taken over. */
@Service
@Transactional
public class RemovalReports {

    private final Relationships relationships;
    private final Requests requests;
    private final Revocations revocations;
    private final Clearing clearing;
    private final Correspondence correspondence;

    RemovalReports(Relationships relationships, Requests requests, Revocations revocations, Clearing clearing,
            Correspondence correspondence) {
        this.relationships = relationships;
        this.requests = requests;
        this.revocations = revocations;
        this.clearing = clearing;
        this.correspondence = correspondence;
    }

    /** The final report, with each service's check; what was lost with the relationship is in the report of its end. */
    public void tellBothSides(UUID id) {
        Revocation revocation = clearing.settled(id);
        if (revocation.reason() == RevocationReason.RELATIONSHIP_ENDED) {
            return;
        }
        Relationship relationship = relationships.get(revocation.relationshipId());
        Request request = request(revocation);
        String partner = correspondence.partner(relationship.partnerId());
        correspondence.toBothSides(request, occurrence(revocation), language -> new RemovedToPartnerMail(
                relationship.organisation(), revocation.reason().name(),
                services(revocation, language, lost -> true), revocation.note(),
                revocation.revokedAt(), relationship.isOnDuty(), correspondence.customerPage(relationship.id())), language -> new RemovedToCustomerMail(
                partner, relationship.organisation(), revocation.reason().name(),
                services(revocation, language, lost -> true), revocation.actor(), revocation.note(), revocation.revokedAt()));
    }

    /** Something is left at a service: both sides hear of it, while the process owner clears it. */
    public void tellWhatIsLeft(UUID id) {
        Revocation revocation = revocations.get(id);
        Relationship relationship = relationships.get(revocation.relationshipId());
        Request request = request(revocation);
        String partner = correspondence.partner(relationship.partnerId());
        String occurrence = occurrence(revocation) + leftOver(revocation);
        correspondence.toBothSides(request, occurrence,
                language -> remainder(revocation, relationship, partner, language),
                language -> remainder(revocation, relationship, partner, language));
    }

    /** A service has not confirmed for a while: both sides hear that Mandate keeps at it; not where a person is at it already. */
    public void tellDelay(UUID id) {
        Revocation revocation = revocations.get(id);
        if (revocation.lost().stream().noneMatch(lost -> lost.check() == CheckResult.PENDING)) {
            return;
        }
        Relationship relationship = relationships.get(revocation.relationshipId());
        Request request = request(revocation);
        String partner = correspondence.partner(relationship.partnerId());
        correspondence.toBothSides(request, occurrence(revocation),
                language -> new ServiceDelayMail(
                        Told.REMOVED, partner, relationship.organisation(), names(revocation, language)),
                language -> new ServiceDelayMail(
                        Told.REMOVED, partner, relationship.organisation(), names(revocation, language)));
    }

    private ServiceRemainderMail remainder(Revocation revocation, Relationship relationship, String partner, Locale language) {
        return new ServiceRemainderMail(partner, relationship.organisation(),
                services(revocation, language, lost -> lost.check() == CheckResult.LEFT_OVER));
    }

    private List<RemovedService> services(Revocation revocation, Locale language, Predicate<LostPermission> which) {
        return revocation.lost().stream().filter(which)
                .map(lost -> new RemovedService(correspondence.service(lost.service(), language), lost.check().name(),
                        correspondence.roles(lost.service(), lost.leftOver(), language)))
                .toList();
    }

    private List<String> names(Revocation revocation, Locale language) {
        return revocation.services().stream().map(service -> correspondence.service(service, language)).toList();
    }

    /** What is left now, so that another remainder is another mail. */
    private static String leftOver(Revocation revocation) {
        return revocation.lost().stream().map(lost -> " " + lost.service() + lost.leftOver()).reduce("", String::concat);
    }

    private Request request(Revocation revocation) {
        return requests.get(revocation.lost().get(0).requestId());
    }

    private static String occurrence(Revocation revocation) {
        return "revocation " + revocation.id();
    }
}
