package io.mandate.request;

import io.mandate.LogContext;
import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.Tiers;
import io.mandate.relationship.TimelineEvent;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a partner's staff, and those of its provider that asked, do with a request that is on its way, of whatever kind. Every
 * method refuses with
 * {@link io.mandate.relationship.InvalidInputException} what cannot be accepted, with
 * {@link io.mandate.relationship.IllegalTransitionException} what comes too late, and with {@link NotFoundException} the
 * requests of other partners.
 */
@Service
@Transactional
public class OwnRequests {

    private final Clock clock;
    private final RequestRules rules;
    private final Tiers tiers;
    private final RelationshipSides sides;
    private final Requests requests;
    private final RequestRegister register;
    private final RequestProcess process;
    private final AcceptanceProcess acceptance;

    OwnRequests(Clock clock, RequestRules rules, Tiers tiers, RelationshipSides sides, Requests requests, RequestRegister register,
            RequestProcess process, AcceptanceProcess acceptance) {
        this.clock = clock;
        this.rules = rules;
        this.tiers = tiers;
        this.sides = sides;
        this.requests = requests;
        this.register = register;
        this.process = process;
        this.acceptance = acceptance;
    }

    /**
     * The request, which nobody else changes until the transaction ends. Throws {@link NotFoundException} where it is not theirs
     * to act on.
     */
    public Request lock(UUID id, PartnerStaff staff) {
        Request request = requests.lock(id);
        LogContext.relationship(request.relationshipId());
        if (!tiers.acts(staff.partnerId(), sides.of(request.relationshipId()).partnerId(), request)) {
            throw new NotFoundException("request", request.id());
        }
        return request;
    }

    /** The link sent before becomes useless; a new one is sent by Mandate or by the partner. */
    public Request sendAgain(UUID id, SentBy by, PartnerStaff staff) {
        Request before = lock(id, staff);
        Request after = register.change(
                before, request -> request.sentAgain(by, clock.instant()), TimelineEvent.SENT_AGAIN, staff.name(), by.id());
        again(before, after);
        return after;
    }

    /** Sends the request to another address of the same customer. */
    public Request correctAddress(UUID id, String typed, PartnerStaff staff) {
        Request before = lock(id, staff);
        Request after = corrected(before, typed, staff);
        if (before.status() == RequestStatus.ADDRESS_REFUSED) {
            process.addressCorrected(after);
        } else {
            again(before, after);
        }
        return after;
    }

    /** As {@link #correctAddress}, in the record only: for Tasklist, where the engine moves on by itself. */
    public Request recordCorrectAddress(UUID id, String typed, PartnerStaff staff) {
        return corrected(lock(id, staff), typed, staff);
    }

    private Request corrected(Request before, String typed, PartnerStaff staff) {
        EmailAddress address = rules.checkAddress(typed, sides.of(before.relationshipId()).customer().identity());
        return register.change(before, request -> request.addressCorrected(address), TimelineEvent.ADDRESS_CORRECTED,
                staff.name(), address.value());
    }

    /** Takes the request back; its link becomes useless. */
    public Request withdraw(UUID id, PartnerStaff staff) {
        Request after = register.change(
                lock(id, staff), request -> request.withdrawn(clock.instant()), TimelineEvent.WITHDRAWN, staff.name(), "");
        process.withdrawn(after);
        return after;
    }

    private void again(Request before, Request after) {
        if (!before.sentBy().equals(after.sentBy())) {
            process.sentBy(after, after.sentBy().orElseThrow());
        }
        acceptance.sentAgain(after);
    }
}
