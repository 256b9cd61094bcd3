package io.mandate.renegotiation;

import io.mandate.relationship.RenegotiationKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person fills in to propose something about the duty to support.
 *
 * @param kind empty where nothing was chosen
 * @param lastDay the last day of the duty, in UTC; empty where none was filled in
 * @param partner id of the partner that is to get the duty; only a customer chooses one
 * @param note to the other side, empty for nothing
 * @param partnerNote to that partner, empty for nothing
 */
public record Proposal(
        Optional<RenegotiationKind> kind, Optional<LocalDate> lastDay, Optional<String> partner, String note, String partnerNote) {}
