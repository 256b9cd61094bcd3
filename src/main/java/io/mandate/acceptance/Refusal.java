package io.mandate.acceptance;

import java.util.Locale;

/**
 * A no as a person filled it in, not yet checked.
 *
 * @param reason may be empty, at most 1,000 characters
 */
public record Refusal(String name, boolean administrator, String reason, Locale language) {}
