package io.mandate.request;

import io.mandate.LogContext;
import io.mandate.mail.MailLog;
import io.mandate.mail.MailReports;
import io.mandate.relationship.Consents;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Tiers;
import io.mandate.relationship.Timeline;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects what is known about a request. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

    private final Tiers tiers;
    private final Requests requests;
    private final Relationships relationships;
    private final Consents consents;
    private final Timeline timeline;
    private final MailLog mails;
    private final MailReports reports;

    Dossiers(Tiers tiers, Requests requests, Relationships relationships, Consents consents, Timeline timeline, MailLog mails,
            MailReports reports) {
        this.tiers = tiers;
        this.requests = requests;
        this.relationships = relationships;
        this.consents = consents;
        this.timeline = timeline;
        this.mails = mails;
        this.reports = reports;
    }

    /** Of any request, for process owners. Throws {@link NotFoundException} where there is none. */
    public Dossier of(UUID id) {
        Request request = requests.get(id);
        return dossier(request, relationships.get(request.relationshipId()), false);
    }

    /** Of a request on which this organisation may act. Throws {@link NotFoundException} where there is none. */
    public Dossier ofPartner(UUID id, String organisation) {
        return readBy(id, organisation, (request, relationship) -> tiers.acts(organisation, relationship.partnerId(), request));
    }

    /** Of a request that this organisation may read. Throws {@link NotFoundException} where there is none. */
    public Dossier readBy(UUID id, String organisation) {
        return readBy(id, organisation, (request, relationship) -> true);
    }

    /** Of the newest request of a relationship that it may read. Throws {@link NotFoundException} where there is none. */
    public Dossier lastOf(UUID relationshipId, String organisation) {
        return readBy(relationships.get(relationshipId).lastRequest(), organisation);
    }

    private Dossier readBy(UUID id, String organisation, BiPredicate<Request, Relationship> allowed) {
        if (!tiers.readsRequest(organisation, id)) {
            throw new NotFoundException("request", id);
        }
        Request request = requests.get(id);
        LogContext.relationship(request.relationshipId());
        Relationship relationship = relationships.get(request.relationshipId());
        if (!allowed.test(request, relationship)) {
            throw new NotFoundException("request", id);
        }
        return dossier(request, relationship, tiers.acts(organisation, relationship.partnerId(), request));
    }

    private Dossier dossier(Request request, Relationship relationship, boolean actable) {
        return new Dossier(request, relationship, actable, request.status().isOpen() ? Optional.empty() : consents.find(request.id()),
                timeline.ofRequest(request.id()), mails.of(request.id()), reports.of(request.id()));
    }
}
