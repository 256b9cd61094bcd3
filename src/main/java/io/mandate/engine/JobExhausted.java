package io.mandate.engine;

import java.util.Optional;
import java.util.UUID;

/**
 * A job failed for the last time and is an incident now; published within the transaction that records it.
 *
 * @param process id of the diagram, or the kind of a job of the engine's own
 * @param activity id of the step in it, or the same
 * @param relationship whom it is about; empty for what is about no relationship
 * @param request the same, of requests
 * @param message why, in one line
 */
public record JobExhausted(String process, String activity, Optional<UUID> relationship, Optional<UUID> request, String message) {}
