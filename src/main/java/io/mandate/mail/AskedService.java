package io.mandate.mail;

import java.util.List;

/** A service asked for, with its roles, for a term in days; names in the mail's language. */
public record AskedService(String service, List<String> roles, int days) {}
