package io.mandate.acceptance;

import io.mandate.relationship.Consent.Choice;
import java.util.List;
import java.util.Locale;

/**
 * A yes as a person filled it in, not yet checked.
 *
 * @param name the person's
 * @param administrator whether they declare to be an administrator of the customer
 * @param agreementAccepted whether they accept the agreement that was shown
 * @param agreementVersion which one that was
 * @param language in which everything was shown
 * @param chosen each service approved, with the holder that was shown
 */
public record Approval(
        String name, boolean administrator, boolean agreementAccepted, String agreementVersion, Locale language,
        List<Choice> chosen) {}
