package io.mandate.renegotiation.web;

import io.mandate.relationship.Relationship;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Side;
import io.mandate.renegotiation.DutyDays;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A duty to support as its page shows it.
 *
 * @param relationship as it is by now
 * @param running what is proposed or agreed about it; empty for nothing
 * @param offered another partner's duty that this one is asked to take on, or will; empty for none
 * @param takingOn whether another partner's duty is to come to this one, so that nothing can be proposed about its own
 * @param past what has come to its end, the newest first
 * @param partners to whom the customer can hand it over, names by id; empty for a partner's eyes
 * @param kinds what can be proposed, in words
 */
record DutyView(
        Side side, String partner, String customer, Relationship relationship, Optional<Shown> running,
        Optional<Shown> offered, boolean takingOn, List<Shown> past, Map<String, String> partners, DutyDays days, Map<String, String> kinds) {

    /**
     * A proposal.
     *
     * @param asked whether it is about another partner's duty that was to come to the reader's
     * @param own whether the reader's side proposed it
     * @param proposing the organisation that proposed it
     * @param answering the organisation that was to confirm
     * @param to name of the partner that is to get the duty, empty where the reader must not know or nobody is chosen
     * @param services those for which that partner becomes the support contact
     * @param reason why it was declined, where the reader may know
     */
    record Shown(Renegotiation about, boolean asked, boolean own, String proposing, String answering, String to,
            List<String> services, String reason) {

        private static final Set<RenegotiationStatus> ASKED_MAY_KNOW = EnumSet.of(RenegotiationStatus.CONFIRMED,
                RenegotiationStatus.AGREED, RenegotiationStatus.DONE, RenegotiationStatus.NOT_ACCEPTED);

        /** When it came to its end; until then, when it was proposed. */
        public Instant at() {
            return about.closedAt().orElse(about.proposedAt());
        }

        /**
         * The message of what became of it. A partner that was asked learns what it answered and whether the duty came to it;
         * anything else would tell about another partner's relationship.
         */
        public String outcome() {
            return "duty.status." + (asked && !ASKED_MAY_KNOW.contains(about.status()) ? "ASKED" : about.status());
        }

        /** When it became what it is: for a duty that changed, the date that all agreed on. */
        public Instant cameAt() {
            return about.status() == RenegotiationStatus.DONE ? about.takesEffectAt() : at();
        }
    }

    /** Whether something can be proposed now. */
    public boolean isOpenToProposals() {
        return relationship.isOnDuty() && running.isEmpty() && !takingOn;
    }

    /** Whether it is for the reader to choose a partner by confirming. */
    public boolean isChoosing() {
        return side == Side.CUSTOMER && running.filter(one -> !one.own() && one.about().isPartnerToBeChosen()).isPresent();
    }

    /** Whether the duty can go to nobody, though the reader would have to choose. */
    public boolean isNobodyThere() {
        return side == Side.CUSTOMER && partners.isEmpty();
    }
}
