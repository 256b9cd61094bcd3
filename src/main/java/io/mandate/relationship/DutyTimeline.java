package io.mandate.relationship;

import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Notes what happens to a duty that is renegotiated, in the history of the relationship that has it and, from the moment at
 * which that partner is asked, of the one that is to get it. Neither has the name of the other's partner or its people.
 */
@Component
class DutyTimeline {

    private final Timeline timeline;
    private final Requests requests;

    DutyTimeline(Timeline timeline, Requests requests) {
        this.timeline = timeline;
        this.requests = requests;
    }

    void proposed(Renegotiation one, Instant at) {
        note(one, at, one.isHandOver() ? TimelineEvent.HANDOVER_PROPOSED : TimelineEvent.RELEASE_PROPOSED, one.proposer());
    }

    void confirmed(Renegotiation one, Instant at) {
        note(one, at, one.isHandOver() ? TimelineEvent.HANDOVER_CONFIRMED : TimelineEvent.RELEASE_CONFIRMED, one.confirmedBy());
        String asking = one.customersPerson();
        noteToOther(one, at, TimelineEvent.DUTY_OFFERED, one.proposedBy() == Side.CUSTOMER ? Origin.wish(asking) : Origin.actor(asking));
    }

    void accepted(Renegotiation one, Instant at) {
        note(one, at, TimelineEvent.HANDOVER_ACCEPTED, "");
        noteToOther(one, at, TimelineEvent.DUTY_ACCEPTED, one.acceptedBy());
    }

    /** It has come to its end, one way or another. */
    void closed(Renegotiation one, Instant at) {
        switch (one.status()) {
            case DONE -> {
                note(one, at, one.isHandOver() ? TimelineEvent.DUTY_HANDED_OVER : TimelineEvent.DUTY_RELEASED, "");
                noteToOther(one, at, TimelineEvent.DUTY_TAKEN_ON, "");
            }
            case NOT_ACCEPTED -> {
                note(one, at, TimelineEvent.HANDOVER_REFUSED, "");
                noteToOther(one, at, TimelineEvent.DUTY_REFUSED, one.closedBy());
            }
            case DECLINED -> note(one, at, TimelineEvent.RENEGOTIATION_DECLINED, one.closedBy());
            case EXPIRED -> both(one, at, TimelineEvent.RENEGOTIATION_EXPIRED, "");
            case TAKEN_BACK -> both(one, at, TimelineEvent.RENEGOTIATION_TAKEN_BACK, one.closedBy());
            case OVERTAKEN -> both(one, at, TimelineEvent.RENEGOTIATION_OVERTAKEN, "");
            case OTHER_PARTNER_GONE -> both(one, at, TimelineEvent.HANDOVER_OVERTAKEN, "");
            case PROPOSED, CONFIRMED, AGREED -> throw new IllegalStateException("Still open: " + one.id());
        }
    }

    private void both(Renegotiation one, Instant at, TimelineEvent event, String actor) {
        note(one, at, event, actor);
        noteToOther(one, at, TimelineEvent.DUTY_OFFER_ENDED, "");
    }

    private void note(Renegotiation one, Instant at, TimelineEvent event, String actor) {
        timeline.add(one.relationshipId(), one.requestId(), at, event, actor, detail(one, event));
    }

    private void noteToOther(Renegotiation one, Instant at, TimelineEvent event, String actor) {
        noteToOther(one, at, event, Origin.actor(actor));
    }

    /** The history hangs on requests: on the one by which the other relationship came into force last. */
    private void noteToOther(Renegotiation one, Instant at, TimelineEvent event, Origin origin) {
        one.to().filter(to -> one.isOtherPartnerAsked()).ifPresent(to -> timeline.add(
                to, requests.approved(to).orElseThrow().id(), at, event, origin, detail(one, event)));
    }

    private static String detail(Renegotiation one, TimelineEvent event) {
        return event.hasMoment() ? one.takesEffectAt().toString() : "";
    }
}
