package io.mandate.relationship;

import io.mandate.relationship.RenegotiationRefusedException.Why;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes who has the duty to support a customer, in the caller's transaction: proposed, confirmed, accepted, done. Every
 * method locks the relationships concerned first, always in the same order, and throws {@link RenegotiationRefusedException}
 * where something is not possible or comes too late; the caller's transaction must not be committed then.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DutyChanging {

    private final Clock clock;
    private final Relationships relationships;
    private final Requests requests;
    private final Renegotiations renegotiations;
    private final SupportContacts contacts;
    private final DutyTimeline timeline;

    DutyChanging(Clock clock, Relationships relationships, Requests requests, Renegotiations renegotiations,
            SupportContacts contacts, DutyTimeline timeline) {
        this.clock = clock;
        this.relationships = relationships;
        this.requests = requests;
        this.renegotiations = renegotiations;
        this.contacts = contacts;
        this.timeline = timeline;
    }

    /**
     * One side proposes it.
     *
     * @param who name of the person
     * @param answerUntil until when the other side may answer
     */
    public Renegotiation propose(UUID relationship, Side by, String who, DutyWish wish, Instant answerUntil) {
        Instant now = clock.instant();
        lock(relationship, wish.to());
        Relationship known = relationships.get(relationship);
        UUID request = requests.approved(relationship).map(Request::id).filter(one -> known.status().isInForce())
                .orElseThrow(() -> new RenegotiationRefusedException(Why.NOT_IN_FORCE));
        hold(known.isOnDuty(), Why.NO_DUTY);
        refuseWhileTakingOn(relationship, by);
        wish.to().ifPresent(to -> refuseUnlessAvailable(known, to, by));
        Renegotiation proposed = new Renegotiation(UUID.randomUUID(), relationship, request, wish.kind(), by, who, wish.note(),
                now, wish.takesEffectAt(), answerUntil, wish.to(), wish.toNote(), RenegotiationStatus.PROPOSED, "",
                Optional.empty(), "", Optional.empty(), "", "", Optional.empty(), Optional.empty());
        hold(renegotiations.add(proposed), Why.OPEN_ALREADY);
        wish.to().ifPresent(to -> hold(renegotiations.claim(proposed.id(), to), Why.PARTNER_ASKED));
        relationships.touch(relationship, now);
        timeline.proposed(proposed, now);
        return proposed;
    }

    /** The side that proposed it takes it back. */
    public Renegotiation takeBack(UUID id, Side by, String who) {
        Renegotiation open = locked(id);
        hold(open.status().isAsked(), Why.CLOSED);
        hold(open.proposedBy() == by, Why.OTHER_SIDE);
        return close(open, RenegotiationStatus.TAKEN_BACK, who, "");
    }

    /**
     * The other side confirms it: a release is agreed with that, for a hand-over the other partner is asked now.
     *
     * @param chosen the relationship that gets the duty, where that was still to be chosen
     * @param toNote what the customer writes to that partner, then
     * @param acceptUntil until when that partner may answer
     */
    public Renegotiation confirm(UUID id, Side by, String who, Optional<UUID> chosen, String toNote, Instant acceptUntil) {
        Renegotiation before = renegotiations.get(id);
        boolean choosing = before.isPartnerToBeChosen();
        Optional<UUID> to = choosing ? chosen : before.to();
        Renegotiation open = locked(before, to);
        Instant now = clock.instant();
        hold(open.status() == RenegotiationStatus.PROPOSED, Why.CLOSED);
        hold(open.proposedBy() != by, Why.OTHER_SIDE);
        hold(!open.isHandOver() || to.isPresent(), Why.PARTNER_GONE);
        to.ifPresent(one -> refuseUnlessAvailable(relationships.get(open.relationshipId()), one, by));
        if (choosing) {
            hold(renegotiations.claim(id, to.get()), Why.PARTNER_ASKED);
        }
        hold(renegotiations.confirm(id, who, open.isHandOver() ? RenegotiationStatus.CONFIRMED : RenegotiationStatus.AGREED, to,
                choosing ? toNote : open.toNote(), open.isHandOver() ? acceptUntil : open.answerUntil(), now), Why.CLOSED);
        relationships.touch(open.relationshipId(), now);
        Renegotiation confirmed = renegotiations.get(id);
        timeline.confirmed(confirmed, now);
        return confirmed;
    }

    /** The other side declines it. */
    public Renegotiation decline(UUID id, Side by, String who, String reason) {
        Renegotiation open = locked(id);
        hold(open.status() == RenegotiationStatus.PROPOSED, Why.CLOSED);
        hold(open.proposedBy() != by, Why.OTHER_SIDE);
        return close(open, RenegotiationStatus.DECLINED, who, reason);
    }

    /** The partner of this relationship accepts the duty from its date on. */
    public Renegotiation accept(UUID id, UUID own, String who) {
        Instant now = clock.instant();
        Renegotiation open = asked(id, own);
        hold(renegotiations.open(own).isEmpty(), Why.OPEN_ALREADY);
        hold(renegotiations.accept(id, who, now), Why.CLOSED);
        relationships.touch(open.relationshipId(), now);
        relationships.touch(own, now);
        Renegotiation accepted = renegotiations.get(id);
        timeline.accepted(accepted, now);
        return accepted;
    }

    /** The partner of this relationship does not take on the duty. */
    public Renegotiation refuse(UUID id, UUID own, String who, String reason) {
        return close(asked(id, own), RenegotiationStatus.NOT_ACCEPTED, who, reason);
    }

    /** Whoever is asked has not answered in time. */
    public Renegotiation expire(UUID id) {
        Renegotiation open = locked(id);
        hold(open.status().isAsked(), Why.CLOSED);
        return close(open, RenegotiationStatus.EXPIRED, "", "");
    }

    /** The date is there: the duty ends, and begins at the partner that accepted it unless that has one already. */
    public Renegotiation change(UUID id) {
        Renegotiation agreed = locked(id);
        hold(agreed.status() == RenegotiationStatus.AGREED, Why.CLOSED);
        return carryOut(agreed, clock.instant());
    }

    private Renegotiation carryOut(Renegotiation agreed, Instant now) {
        hold(relationships.endDuty(agreed.relationshipId(), agreed.takesEffectAt(), now), Why.NO_DUTY);
        agreed.to().ifPresent(to -> hold(relationships.beginDuty(to, agreed.takesEffectAt(), now), Why.PARTNER_GONE));
        contacts.leave(agreed.relationshipId(), agreed.to(), agreed.customersPerson());
        return close(agreed, RenegotiationStatus.DONE, "", "");
    }

    /**
     * A relationship is about to end in this transaction: what would change its duty, or bring it another's, comes to nothing,
     * unless all agreed on a date that is there already: that change is only late, and happens now, before the end. What is
     * proposed at the very same moment is found by {@link Ending}.
     */
    public List<Renegotiation> overtake(UUID ending) {
        List<Renegotiation> touching = renegotiations.touching(ending);
        if (touching.isEmpty()) {
            return touching;
        }
        touching.stream().flatMap(one -> Stream.concat(Stream.of(ending, one.relationshipId()), one.to().stream()))
                .distinct().sorted().forEach(relationships::lock);
        List<Renegotiation> seen = renegotiations.touching(ending);
        if (!seen.stream().map(Renegotiation::id).toList().equals(touching.stream().map(Renegotiation::id).toList())) {
            throw new ConcurrencyFailureException("A duty to support was being renegotiated as the relationship ended");
        }
        Instant now = clock.instant();
        return seen.stream().map(one -> isDue(one, now) ? carryOut(one, now) : close(one, one.relationshipId().equals(ending)
                ? RenegotiationStatus.OVERTAKEN : RenegotiationStatus.OTHER_PARTNER_GONE, "", "")).toList();
    }

    private static boolean isDue(Renegotiation one, Instant now) {
        return one.status() == RenegotiationStatus.AGREED && !one.takesEffectAt().isAfter(now);
    }

    private Renegotiation close(Renegotiation open, RenegotiationStatus end, String who, String reason) {
        Instant now = clock.instant();
        hold(renegotiations.close(open.id(), open.status(), end, who, reason, now), Why.CLOSED);
        relationships.touch(open.relationshipId(), now);
        Renegotiation closed = renegotiations.get(open.id());
        timeline.closed(closed, now);
        return closed;
    }

    private Renegotiation asked(UUID id, UUID own) {
        Renegotiation open = locked(id);
        hold(open.to().filter(own::equals).isPresent(), Why.OTHER_SIDE);
        hold(open.status() == RenegotiationStatus.CONFIRMED, Why.CLOSED);
        return open;
    }

    /** As it is once nobody else can change it or end a relationship that it is about. */
    private Renegotiation locked(UUID id) {
        Renegotiation before = renegotiations.get(id);
        return locked(before, before.to());
    }

    private Renegotiation locked(Renegotiation before, Optional<UUID> to) {
        lock(before.relationshipId(), to);
        Renegotiation seen = renegotiations.get(before.id());
        if (seen.to().isPresent() && !seen.to().equals(to)) {
            throw new ConcurrencyFailureException("Another partner was just chosen to take on the duty");
        }
        return seen;
    }

    private void lock(UUID relationship, Optional<UUID> to) {
        Stream.concat(Stream.of(relationship), to.stream()).distinct().sorted().forEach(relationships::lock);
    }

    /**
     * A duty is not given away while another comes to the same partner: what became of it would hang on which date comes first.
     * A partner is not refused for what it must not know yet: then the other duty cannot be confirmed before its own is decided.
     */
    private void refuseWhileTakingOn(UUID relationship, Side by) {
        hold(renegotiations.bringing(relationship, by).isEmpty(), Why.TAKING_ON);
    }

    private void refuseUnlessAvailable(Relationship from, UUID to, Side by) {
        Relationship other = relationships.get(to);
        hold(!to.equals(from.id()) && other.status().isInForce()
                && other.customer().id().equals(from.customer().id()), Why.PARTNER_GONE);
        hold(renegotiations.open(to).isEmpty(), by == Side.CUSTOMER ? Why.PARTNER_BUSY : Why.PARTNER_UNAVAILABLE);
    }

    private static void hold(boolean possible, Why why) {
        if (!possible) {
            throw new RenegotiationRefusedException(why);
        }
    }
}
