package io.mandate.relationship;

import java.time.Instant;

/**
 * The term of a permission that is held, or was until its term was over.
 *
 * @param extending whether it is to be extended before its end
 * @param nextDueAt when something is to be done next because of its term; all that was due before this instant is done
 */
public record HeldTerm(Permission permission, String cloud, boolean extending, Instant nextDueAt) {}
