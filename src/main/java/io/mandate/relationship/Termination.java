package io.mandate.relationship;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The wish of one side to end a relationship, and what became of it.
 *
 * @param requestId the request by which the relationship was in force
 * @param inForceSince since when it had been in force
 * @param asker name of the person who asked
 * @param note what they wrote to both sides, empty for nothing
 * @param noticeUntil when it ends without anybody's doing; later than first told where it was put off
 * @param putOff whether something was open when it was to end
 * @param closedBy name of the person who confirmed it or took it back; empty for nobody
 * @param closedAt when it was taken back, or the relationship ended
 * @param revocation what was held until the end; empty for nothing, and before it
 * @param erasedAt since when it is without persons, see {@link Erased}
 */
public record Termination(
        UUID id, UUID relationshipId, UUID requestId, Instant inForceSince, Side askedBy, String asker, String note,
        Instant askedAt, Instant noticeUntil, boolean putOff, TerminationStatus status, String closedBy, Optional<Instant> closedAt,
        Optional<UUID> revocation, Optional<Instant> erasedAt) {

    /** Longest note, in characters. */
    public static final int MAX_NOTE = 1000;

    /** Whether the notice period runs. */
    public boolean isOpen() {
        return status == TerminationStatus.ASKED;
    }

    /** Whether it was ended by a person of the other side, before the notice period was over. */
    public boolean isConfirmed() {
        return status == TerminationStatus.ENDED && !closedBy.isEmpty();
    }
}
