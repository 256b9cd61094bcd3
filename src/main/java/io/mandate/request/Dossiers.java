package io.mandate.request;

import io.mandate.mail.MailLog;
import io.mandate.mail.MailReports;
import io.mandate.relationship.Consents;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Timeline;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects what is known about a request. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

    private final Requests requests;
    private final Relationships relationships;
    private final Consents consents;
    private final Timeline timeline;
    private final MailLog mails;
    private final MailReports reports;

    Dossiers(Requests requests, Relationships relationships, Consents consents, Timeline timeline, MailLog mails,
            MailReports reports) {
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
        return dossier(request, relationships.get(request.relationshipId()));
    }

    /** Of a request of this partner. Throws {@link NotFoundException} where there is none. */
    public Dossier ofPartner(UUID id, String partnerId) {
        Request request = requests.get(id);
        Relationship relationship = relationships.get(request.relationshipId());
        if (!relationship.partnerId().equals(partnerId)) {
            throw new NotFoundException("request", id);
        }
        return dossier(request, relationship);
    }

    /** Of the newest request of a relationship of this partner. Throws {@link NotFoundException} where there is none. */
    public Dossier lastOf(UUID relationshipId, String partnerId) {
        return ofPartner(relationships.get(relationshipId).lastRequest(), partnerId);
    }

    private Dossier dossier(Request request, Relationship relationship) {
        return new Dossier(request, relationship, request.status().isOpen() ? Optional.empty() : consents.find(request.id()),
                timeline.ofRequest(request.id()), mails.of(request.id()), reports.of(request.id()));
    }
}
