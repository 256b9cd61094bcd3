package io.mandate.relationship;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A person who speaks for a customer.
 *
 * @param namedBy address of the administrator who named this one, empty for a person who answered a request
 * @param removedAt since when this person no longer speaks for the customer
 * @param removedBy address of the administrator who removed this one, empty for nobody
 */
public record Administrator(
        UUID customerId, EmailAddress address, String name, Locale language, Instant since, String namedBy,
        Optional<Instant> removedAt, String removedBy) {}
