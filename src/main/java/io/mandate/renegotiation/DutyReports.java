package io.mandate.renegotiation;

import io.mandate.MandateProperties;
import io.mandate.acceptance.Correspondence;
import io.mandate.mail.DutyMail.Told;
import io.mandate.mail.DutyMail;
import io.mandate.mail.DutyOfferMail;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Side;
import io.mandate.relationship.SupportContacts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody concerned what happens to a proposal about a duty: its two sides and, once it is asked, the partner that is to
 * get the duty. Neither partner learns of the other. A duty is the partner's alone: its provider is not told.
 */
@Service
@Transactional
public class DutyReports {

    private final MandateProperties mandate;
    private final Relationships relationships;
    private final Requests requests;
    private final Renegotiations renegotiations;
    private final SupportContacts contacts;
    private final Correspondence correspondence;

    DutyReports(MandateProperties mandate, Relationships relationships, Requests requests, Renegotiations renegotiations,
            SupportContacts contacts, Correspondence correspondence) {
        this.mandate = mandate;
        this.relationships = relationships;
        this.requests = requests;
        this.renegotiations = renegotiations;
        this.contacts = contacts;
        this.correspondence = correspondence;
    }

    /** What is proposed; not where it was decided meanwhile. */
    public void tellBothSides(UUID id) {
        Renegotiation one = renegotiations.get(id);
        if (one.status() == RenegotiationStatus.PROPOSED) {
            tellBoth(one, Told.PROPOSED);
        }
    }

    /** That an answer is awaited, to the side that is to give it; not where it was decided meanwhile. */
    public void remind(UUID id) {
        Renegotiation one = renegotiations.get(id);
        if (one.status() == RenegotiationStatus.PROPOSED) {
            Writing writing = writing(one, Told.REMINDER);
            correspondence.each(one.proposedBy() == Side.PARTNER ? writing::toCustomer : writing::toPartner);
        }
    }

    /** That the other partner is asked now, to it too; not where it was decided meanwhile. */
    public void askOtherPartner(UUID id) {
        tellAll(id, RenegotiationStatus.CONFIRMED, Told.CONFIRMED, DutyOfferMail.Told.ASKED);
    }

    /** That an answer is awaited, to the other partner; not where it was decided meanwhile. */
    public void remindOtherPartner(UUID id) {
        Renegotiation one = renegotiations.get(id);
        if (one.status() == RenegotiationStatus.CONFIRMED) {
            correspondence.each(() -> toOtherPartner(one, DutyOfferMail.Told.REMINDER));
        }
    }

    /** That all agreed; not where the duty has changed by now, or will not. */
    public void reportAgreement(UUID id) {
        tellAll(id, RenegotiationStatus.AGREED, Told.AGREED, DutyOfferMail.Told.AGREED);
    }

    /** That the duty has changed. */
    public void reportChange(UUID id) {
        tellAll(id, RenegotiationStatus.DONE, Told.CHANGED, DutyOfferMail.Told.TAKEN_ON);
    }

    /** That the other side declined, or the other partner. */
    public void reportDecline(UUID id) {
        Renegotiation one = renegotiations.get(id);
        tellBoth(one, one.status() == RenegotiationStatus.DECLINED ? Told.DECLINED : Told.REFUSED);
    }

    /** That nobody answered in time. */
    public void reportExpiry(UUID id) {
        tellAll(id, RenegotiationStatus.EXPIRED, Told.EXPIRED, DutyOfferMail.Told.STAYS);
    }

    /** That it was taken back. */
    public void reportWithdrawal(UUID id) {
        tellAll(id, RenegotiationStatus.TAKEN_BACK, Told.TAKEN_BACK, DutyOfferMail.Told.STAYS);
    }

    /** That a relationship ended before; or that the duty had changed by then, where the end came while that was only late. */
    public void reportLapse(UUID id) {
        Renegotiation one = renegotiations.get(id);
        switch (one.status()) {
            case DONE -> tellAll(one, Told.CHANGED, DutyOfferMail.Told.TAKEN_ON);
            case OVERTAKEN -> tellAll(one, Told.OVERTAKEN, DutyOfferMail.Told.STAYS);
            case OTHER_PARTNER_GONE -> tellAll(one, Told.OTHER_PARTNER_GONE, DutyOfferMail.Told.STAYS);
            default -> { }
        }
    }

    private void tellBoth(Renegotiation one, Told told) {
        Writing writing = writing(one, told);
        correspondence.each(writing::toPartner, writing::toCustomer);
    }

    private void tellAll(UUID id, RenegotiationStatus where, Told told, DutyOfferMail.Told toOther) {
        Renegotiation one = renegotiations.get(id);
        if (one.status() == where) {
            tellAll(one, told, toOther);
        }
    }

    private void tellAll(Renegotiation one, Told told, DutyOfferMail.Told toOther) {
        Writing writing = writing(one, told);
        correspondence.each(writing::toPartner, writing::toCustomer, () -> {
            if (one.isOtherPartnerAsked()) {
                toOtherPartner(one, toOther);
            }
        });
    }

    private Writing writing(Renegotiation one, Told told) {
        Relationship relationship = relationships.get(one.relationshipId());
        return new Writing(one, told, relationship, correspondence.partner(relationship.partnerId()), request(one));
    }

    /** The request by which the relationship was in force; where that is without persons by now, the one that followed it. */
    private Request request(Renegotiation one) {
        Request then = requests.get(one.requestId());
        return then.times().erasedAt().isEmpty() ? then : requests.approved(one.relationshipId()).orElseThrow();
    }

    /** Writes to both sides about one thing that happened. */
    private final class Writing {

        private final Renegotiation one;
        private final Told told;
        private final Relationship relationship;
        private final String partner;
        private final Request request;

        private Writing(Renegotiation one, Told told, Relationship relationship, String partner, Request request) {
            this.one = one;
            this.told = told;
            this.relationship = relationship;
            this.partner = partner;
            this.request = request;
        }

        private void toPartner() {
            DutyMail mail = mail(Side.PARTNER);
            correspondence.toPartnerItself(request, occurrence(one, told.name()), language -> mail);
        }

        private void toCustomer() {
            DutyMail mail = mail(Side.CUSTOMER);
            correspondence.toAdministrators(request, occurrence(one, told.name()), language -> mail);
        }

        private DutyMail mail(Side reader) {
            String customer = relationship.organisation();
            Side doer = told == Told.CONFIRMED || told == Told.DECLINED ? one.proposedBy().other() : one.proposedBy();
            return new DutyMail(told, one.isHandOver(), reader == one.proposedBy(), partner, customer, who(),
                    doer == Side.PARTNER ? partner : customer,
                    reader == Side.CUSTOMER ? one.to().map(DutyReports.this::partner).orElse("") : "",
                    one.takesEffectAt(), one.answerUntil(), text(reader), page(relationship, reader));
        }

        private String who() {
            return switch (told) {
                case CONFIRMED -> one.confirmedBy();
                case DECLINED, TAKEN_BACK -> one.closedBy();
                default -> one.proposer();
            };
        }

        /** Why the other partner declined is for the customer alone: it may say who that partner is. */
        private String text(Side reader) {
            return switch (told) {
                case PROPOSED, REMINDER -> one.note();
                case DECLINED -> one.reason();
                case REFUSED -> reader == Side.CUSTOMER ? one.reason() : "";
                default -> "";
            };
        }
    }

    private void toOtherPartner(Renegotiation one, DutyOfferMail.Told told) {
        Relationship own = relationships.get(one.to().orElseThrow());
        Request request = requests.approved(own.id()).orElseThrow();
        List<String> services = told == DutyOfferMail.Told.TAKEN_ON ? List.of() : contacts.chosen(one.relationshipId());
        correspondence.toPartnerItself(request, occurrence(one, "offer " + told), language -> new DutyOfferMail(told,
                own.organisation(), one.customersPerson(), one.takesEffectAt(), one.answerUntil(),
                services.stream().map(service -> correspondence.service(service, language)).toList(), one.toNote(),
                page(own, Side.PARTNER)));
    }

    private String partner(UUID relationship) {
        return correspondence.partner(relationships.get(relationship).partnerId());
    }

    private String page(Relationship relationship, Side reader) {
        return mandate.url(reader == Side.PARTNER
                ? "/customers/" + relationship.id() + "/duty"
                : "/organisation/" + relationship.customer().id() + "/partners/" + relationship.id() + "/duty");
    }

    private static String occurrence(Renegotiation one, String what) {
        return "renegotiation " + one.id() + " " + what;
    }
}
