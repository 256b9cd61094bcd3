package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * A service granted, with its roles, until an instant; names in the mail's language.
 *
 * @param extending whether it is extended before that, until the customer stops it
 */
public record GrantedService(String service, List<String> roles, Instant until, boolean extending) {}
