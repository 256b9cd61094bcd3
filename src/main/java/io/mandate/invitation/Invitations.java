package io.mandate.invitation;

import io.mandate.acceptance.Correspondence;
import io.mandate.acceptance.Waiting;
import io.mandate.mail.Draft;
import io.mandate.mail.Drafts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NameTakenException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.Sides;
import io.mandate.relationship.Tiers;
import io.mandate.relationship.TimelineEvent;
import io.mandate.request.OwnRequests;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a partner's staff do with invitations until they are sent; afterwards see {@link OwnRequests}, with whose refusals
 * every method refuses.
 *
 * <p>The methods called {@code record…} change the record only: they serve Tasklist, where the engine moves on by itself.
 */
@Service
@Transactional
public class Invitations {

    private final Clock clock;
    private final InvitationRules rules;
    private final Tiers tiers;
    private final RelationshipSides sides;
    private final OwnRequests own;
    private final RequestRegister register;
    private final Waiting waiting;
    private final Correspondence correspondence;
    private final InvitationProcess process;

    Invitations(Clock clock, InvitationRules rules, Tiers tiers, RelationshipSides sides, OwnRequests own,
            RequestRegister register, Waiting waiting, Correspondence correspondence, InvitationProcess process) {
        this.clock = clock;
        this.rules = rules;
        this.tiers = tiers;
        this.sides = sides;
        this.own = own;
        this.register = register;
        this.waiting = waiting;
        this.correspondence = correspondence;
        this.process = process;
    }

    /**
     * Opens a request with a draft e-mail to review.
     *
     * @throws io.mandate.relationship.OpenRequestException where one for the same service of this customer is open
     */
    public Request request(NewInvitation input, PartnerStaff staff) {
        Partner partner = partner(input, staff);
        rules.check(input, partner, staff);
        Request request = open(input, partner.id(), staff);
        process.requested(request);
        return request;
    }

    /** Records a request whose services are still to be chosen. */
    public Request recordRequest(NewInvitation input, PartnerStaff staff) {
        Partner partner = partner(input, staff);
        rules.checkWho(input, partner, staff);
        return open(input, partner.id(), staff);
    }

    /** Changes what the draft asks for; its text becomes the standard text again. */
    public Request redraft(UUID id, String name, List<AskedPermission> services, boolean withoutPermission, PartnerStaff staff) {
        Request request = own.lock(id, staff);
        Sides between = sides.of(request.relationshipId());
        rules.checkAsked(between.customer().cloud(), name, services, withoutPermission);
        Draft draft = draft(request.requester(), between.partnerId(), request.organisation(), services,
                waiting.validityDays(between.customer().cloud(), request.kind()), request.language());
        return namedOnce(() -> register.redraft(
                id, before -> before.redrafted(name.strip(), services, withoutPermission, draft.subject(), draft.text())));
    }

    /** Keeps subject and text of a draft for later. */
    public Request edit(UUID id, String subject, String text, PartnerStaff staff) {
        own.lock(id, staff);
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
        Request request = own.lock(id, staff);
        String cloud = sides.of(request.relationshipId()).customer().cloud();
        rules.checkAsked(cloud, request.name(), request.asked(), request.withoutPermission());
        rules.checkDraft(subject, text);
        return register.change(id,
                before -> before.redrafted(before.name(), before.asked(), before.withoutPermission(), subject.strip(), text)
                        .reviewed(by, clock.instant()),
                TimelineEvent.REVIEWED, staff.name(), by.id());
    }

    /** A draft was left alone for too long. */
    public void withdrawDraft(UUID id) {
        register.change(id, request -> request.withdrawn(clock.instant()), TimelineEvent.DRAFT_WITHDRAWN, "", "");
    }

    private Partner partner(NewInvitation input, PartnerStaff staff) {
        return tiers.askedFor(staff.partnerId(), input.partner())
                .orElseThrow(() -> new InvalidInputException(new FieldProblem("partner", "problem.partner")));
    }

    private Request open(NewInvitation input, String partner, PartnerStaff staff) {
        Locale language = Locale.forLanguageTag(input.language());
        int days = waiting.validityDays(input.cloud(), RequestKind.INVITATION);
        Draft draft = draft(staff.requester(partner), partner, input.organisation().strip(), input.services(), days, language);
        return namedOnce(() -> register.open(new RequestRegister.Opening(
                partner, staff.requester(partner), RequestKind.INVITATION, input.cloud(), input.organisation().strip(),
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
