package io.mandate.relationship;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one side proposes about the duty to support.
 *
 * @param takesEffectAt when the duty changes
 * @param to the relationship that gets the duty; empty for a release, and where the customer is still to choose
 * @param note to the other side, empty for nothing
 * @param toNote to the partner that gets the duty, empty for nothing
 */
public record DutyWish(RenegotiationKind kind, Instant takesEffectAt, Optional<UUID> to, String note, String toNote) {}
