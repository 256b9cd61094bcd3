package io.mandate.grant;

import io.mandate.acceptance.Correspondence;
import io.mandate.mail.Answerer;
import io.mandate.mail.GrantedToCustomerMail;
import io.mandate.mail.GrantedToPartnerMail;
import io.mandate.mail.PermissionMovedMail;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Granting;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Revocations;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants what a customer approved, and tells everybody concerned. */
@Service
@Transactional
public class Grants {

    private final Requests requests;
    private final Relationships relationships;
    private final Consents consents;
    private final Granting granting;
    private final Revocations revocations;
    private final Correspondence correspondence;

    Grants(Requests requests, Relationships relationships, Consents consents, Granting granting, Revocations revocations,
            Correspondence correspondence) {
        this.requests = requests;
        this.relationships = relationships;
        this.consents = consents;
        this.granting = granting;
        this.revocations = revocations;
        this.correspondence = correspondence;
    }

    /**
     * Records the permissions that the customer chose, taken over from the holders they were shown.
     *
     * @return whether any was taken over from another partner
     */
    public boolean record(UUID id) {
        Request request = requests.get(id);
        return !granting.record(request, relationships.get(request.relationshipId()), consent(id)).isEmpty();
    }

    /** Tells the partners from whom permissions were taken over, without saying by whom. */
    public void tellPreviousPartner(UUID id) {
        for (Revocation revocation : revocations.takenBy(id)) {
            Request lost = requests.get(revocation.lost().get(0).requestId());
            correspondence.toPartner(lost, "revocation " + revocation.id(), new PermissionMovedMail(
                    lost.organisation(),
                    revocation.services().stream()
                            .map(service -> correspondence.service(service, lost.requester().language())).toList(),
                    revocation.revokedAt(), correspondence.page(lost)));
        }
    }

    /** Tells customer and partner the particulars of what is in force now. */
    public void tellBothSides(UUID id) {
        Request request = requests.get(id);
        Consent consent = consent(id);
        Answerer answerer = new Answerer(consent.name(), consent.address().value());
        List<AskedPermission> approved = request.approved();
        correspondence.to(consent.address(), request, "", consent.language(), new GrantedToCustomerMail(
                correspondence.contact(request), request.organisation(),
                correspondence.granted(approved, consent.givenAt(), consent.language()),
                answerer, consent.givenAt(), consent.agreementVersion()));
        correspondence.toPartner(request, "", new GrantedToPartnerMail(
                request.organisation(),
                correspondence.granted(approved, consent.givenAt(), request.requester().language()),
                answerer, consent.givenAt(), consent.agreementVersion(), correspondence.page(request)));
    }

    private Consent consent(UUID request) {
        return consents.find(request).orElseThrow();
    }
}
