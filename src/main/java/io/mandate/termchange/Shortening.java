package io.mandate.termchange;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person filled in to let a permission end earlier, not yet checked.
 *
 * @param lastDay the last day of the term, in UTC; empty where none could be read
 * @param note what both sides are to read, empty for nothing
 */
public record Shortening(Optional<LocalDate> lastDay, String note) {}
