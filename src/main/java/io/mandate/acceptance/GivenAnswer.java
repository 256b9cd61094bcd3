package io.mandate.acceptance;

import io.mandate.relationship.Consent;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Request;

/** An answer as it was recorded, for the person who gave it. */
public record GivenAnswer(Request request, Partner partner, Consent consent) {}
