package io.mandate.invitation;

import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Correspondence;
import io.mandate.acceptance.Waiting;
import io.mandate.mail.Draft;
import io.mandate.mail.Drafts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NameTakenException;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.TimelineEvent;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a partner's staff do with their requests. Every method refuses with {@link InvalidInputException} what cannot be
 * accepted, with {@link io.mandate.relationship.IllegalTransitionException} what comes too late, and with
 * {@link NotFoundException} the requests of other partners.
 *
 * <p>The methods called {@code record…} change the record only: they serve Tasklist, where the engine moves on by itself.
 */
@Service
@Transactional
public class Invitations {

    private final Clock clock;
    private final InvitationRules rules;
    private final Partners partners;
    private final Relationships relationships;
    private final Requests requests;
    private final RequestRegister register;
    private final Waiting waiting;
    private final Correspondence correspondence;
    private final InvitationProcess process;
    private final AcceptanceProcess acceptance;

    Invitations(Clock clock, InvitationRules rules, Partners partners, Relationships relationships, Requests requests,
            RequestRegister register, Waiting waiting, Correspondence correspondence, InvitationProcess process,
            AcceptanceProcess acceptance) {
        this.clock = clock;
        this.rules = rules;
        this.partners = partners;
        this.relationships = relationships;
        this.requests = requests;
        this.register = register;
        this.waiting = waiting;
        this.correspondence = correspondence;
        this.process = process;
        this.acceptance = acceptance;
    }

    /**
     * Opens a request with a draft e-mail to review.
     *
     * @throws io.mandate.relationship.OpenRequestException where one for the same service of this customer is open
     */
    public Request request(NewInvitation input, PartnerStaff staff) {
        rules.check(input, partners.get(staff.partnerId()), staff);
        Request request = open(input, staff);
        process.requested(request);
        return request;
    }

    /** Records a request whose services are still to be chosen. */
    public Request recordRequest(NewInvitation input, PartnerStaff staff) {
        rules.checkWho(input, partners.get(staff.partnerId()), staff);
        return open(input, staff);
    }

    /** Changes what the draft asks for; its text becomes the standard text again. */
    public Request redraft(UUID id, String name, List<AskedPermission> services, boolean withoutPermission, PartnerStaff staff) {
        Request request = own(id, staff);
        Relationship relationship = relationships.get(request.relationshipId());
        rules.checkAsked(relationship.customer().cloud(), name, services, withoutPermission);
        Draft draft = draft(request.requester(), staff.partnerId(), request.organisation(), services,
                waiting.validityDays(relationship.customer().cloud(), request.kind()), request.language());
        return namedOnce(() -> register.redraft(
                id, before -> before.redrafted(name.strip(), services, withoutPermission, draft.subject(), draft.text())));
    }

    /** Keeps subject and text of a draft for later. */
    public Request edit(UUID id, String subject, String text, PartnerStaff staff) {
        own(id, staff);
        rules.checkDraft(subject, text);
        return register.redraft(id, before -> before.redrafted(
                before.name(), before.asked(), before.withoutPermission(), subject.strip(), text));
    }

    /** The draft is as it shall be: Mandate sends it, or the partner does. */
    public Request review(UUID id, String subject, String text, SentBy by, PartnerStaff staff) {
        Request reviewed = recordReview(id, subject, text, by, staff);
        process.reviewed(reviewed);
        return reviewed;
    }

    /** As {@link #review}, for Tasklist. */
    public Request recordReview(UUID id, String subject, String text, SentBy by, PartnerStaff staff) {
        Request request = own(id, staff);
        String cloud = relationships.get(request.relationshipId()).customer().cloud();
        rules.checkAsked(cloud, request.name(), request.asked(), request.withoutPermission());
        rules.checkDraft(subject, text);
        return register.change(id,
                before -> before.redrafted(before.name(), before.asked(), before.withoutPermission(), subject.strip(), text)
                        .reviewed(by, clock.instant()),
                TimelineEvent.REVIEWED, staff.name(), by.id());
    }

    /** The link sent before becomes useless; a new one is sent by Mandate or by the partner. */
    public Request sendAgain(UUID id, SentBy by, PartnerStaff staff) {
        Request before = own(id, staff);
        Request after = register.change(
                id, request -> request.sentAgain(by, clock.instant()), TimelineEvent.SENT_AGAIN, staff.name(), by.id());
        again(before, after);
        return after;
    }

    /** Sends the invitation to another address of the same customer. */
    public Request correctAddress(UUID id, String typed, PartnerStaff staff) {
        Request before = own(id, staff);
        Request after = recordCorrectAddress(id, typed, staff);
        if (before.status() == RequestStatus.ADDRESS_REFUSED) {
            process.addressCorrected(after);
        } else {
            again(before, after);
        }
        return after;
    }

    /** As {@link #correctAddress}, for Tasklist. */
    public Request recordCorrectAddress(UUID id, String typed, PartnerStaff staff) {
        Relationship relationship = relationships.get(own(id, staff).relationshipId());
        EmailAddress address = rules.checkAddress(typed, relationship.customer().identity());
        return register.change(id, request -> request.addressCorrected(address), TimelineEvent.ADDRESS_CORRECTED,
                staff.name(), address.value());
    }

    /** Takes the request back; its link becomes useless. */
    public Request withdraw(UUID id, PartnerStaff staff) {
        own(id, staff);
        Request after = register.change(
                id, request -> request.withdrawn(clock.instant()), TimelineEvent.WITHDRAWN, staff.name(), "");
        process.withdrawn(after);
        return after;
    }

    /** A draft was left alone for too long. */
    public void withdrawDraft(UUID id) {
        register.change(id, request -> request.withdrawn(clock.instant()), TimelineEvent.DRAFT_WITHDRAWN, "", "");
    }

    /** The request. Throws {@link NotFoundException} where it is not the partner's. */
    @Transactional(readOnly = true)
    public Request own(UUID id, PartnerStaff staff) {
        Request request = requests.get(id);
        if (!relationships.get(request.relationshipId()).partnerId().equals(staff.partnerId())) {
            throw new NotFoundException("request", id);
        }
        return request;
    }

    private void again(Request before, Request after) {
        if (!before.sentBy().equals(after.sentBy())) {
            process.sentBy(after, after.sentBy().orElseThrow());
        }
        acceptance.sentAgain(after);
    }

    private Request open(NewInvitation input, PartnerStaff staff) {
        Locale language = Locale.forLanguageTag(input.language());
        int days = waiting.validityDays(input.cloud(), RequestKind.INVITATION);
        Draft draft = draft(staff.requester(), staff.partnerId(), input.organisation().strip(), input.services(), days, language);
        return namedOnce(() -> register.open(new RequestRegister.Opening(
                staff.partnerId(), staff.requester(), RequestKind.INVITATION, input.cloud(), input.organisation().strip(),
                EmailAddress.parse(input.address()).orElseThrow(), language, input.country(), input.name().strip(),
                input.services(), input.withoutPermission(), draft.subject(), draft.text())));
    }

    private Draft draft(Request.Requester requester, String partnerId, String organisation, List<AskedPermission> services,
            int days, Locale language) {
        return Drafts.standard(correspondence.contact(partnerId, requester), organisation,
                correspondence.asked(services, language), days, language);
    }

    private static Request namedOnce(Supplier<Request> storing) {
        try {
            return storing.get();
        } catch (NameTakenException taken) {
            throw new InvalidInputException(new FieldProblem("name", "problem.name"));
        }
    }
}
