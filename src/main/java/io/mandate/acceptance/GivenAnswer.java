package io.mandate.acceptance;

import io.mandate.relationship.Consent;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Request;
import java.util.Optional;

/**
 * An answer as it was recorded, for the person who gave it.
 *
 * @param provider name of the indirect provider that asked on the partner's behalf; empty where the partner asked itself
 */
public record GivenAnswer(Request request, Partner partner, Optional<String> provider, Consent consent) {}
