package io.mandate.relationship;

import java.util.UUID;

/**
 * A customer within one cloud.
 *
 * @param id what services send to the decision endpoint; made at the first request
 * @param country ISO 3166-1 alpha-2 code, as the first request gave it
 */
public record Customer(UUID id, String cloud, CustomerIdentity identity, String country) {}
