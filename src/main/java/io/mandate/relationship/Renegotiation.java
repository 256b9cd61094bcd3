package io.mandate.relationship;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The proposal of one side about the partner's duty to support the customer, and what became of it.
 *
 * @param relationshipId whose duty it is
 * @param requestId the request by which the relationship was in force
 * @param proposer name of the person who proposed it
 * @param note what they wrote to the other side, empty for nothing
 * @param takesEffectAt when the duty changes, once all have agreed
 * @param answerUntil until when whoever is asked may answer
 * @param to the relationship that gets the duty; empty for a release, and until the customer has chosen
 * @param toNote what the customer wrote to that partner, empty for nothing
 * @param confirmedBy name of the person who confirmed it for the other side; empty for nobody
 * @param acceptedBy name of the person who accepted the duty for the other partner; empty for nobody
 * @param closedBy name of the person who declined it or took it back; empty for nobody
 * @param reason why they declined, empty for nothing
 * @param closedAt when it was declined or taken back, expired or was overtaken, or when the duty changed
 * @param erasedAt since when it is without persons, see {@link Erased}
 */
public record Renegotiation(
        UUID id, UUID relationshipId, UUID requestId, RenegotiationKind kind, Side proposedBy, String proposer, String note,
        Instant proposedAt, Instant takesEffectAt, Instant answerUntil, Optional<UUID> to, String toNote,
        RenegotiationStatus status, String confirmedBy, Optional<Instant> confirmedAt, String acceptedBy,
        Optional<Instant> acceptedAt, String closedBy, String reason, Optional<Instant> closedAt,
        Optional<Instant> erasedAt) {

    /** Longest note or reason, in characters. */
    public static final int MAX_NOTE = 1000;

    /** Whether another partner is to get the duty. */
    public boolean isHandOver() {
        return kind == RenegotiationKind.HAND_OVER;
    }

    /** Whether the duty may still change by it. */
    public boolean isOpen() {
        return status.isOpen();
    }

    /** Whether the other partner was ever asked. */
    public boolean isOtherPartnerAsked() {
        return isHandOver() && confirmedAt.isPresent();
    }

    /** Whether it is for the customer to say which partner gets the duty, by confirming. */
    public boolean isPartnerToBeChosen() {
        return isHandOver() && to.isEmpty();
    }

    /** Name of the person of the customer who proposed or confirmed it; empty while they have done neither. */
    public String customersPerson() {
        return proposedBy == Side.CUSTOMER ? proposer : confirmedBy;
    }
}
