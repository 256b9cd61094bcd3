package io.mandate.acceptance;

import io.mandate.mail.PartnerContact;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Request;

/**
 * An answer as it was recorded, for the person who gave it.
 *
 * @param contact whom to turn to about it
 */
public record GivenAnswer(Request request, Partner partner, PartnerContact contact, Consent consent) {}
