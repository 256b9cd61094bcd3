package io.mandate.mail;

import java.util.List;

/**
 * A service asked for, with its roles, for a term in days; names in the mail's language.
 *
 * @param extending whether it is to be extended before its end until the customer stops that
 */
public record AskedService(String service, List<String> roles, int days, boolean extending) {}
