package io.mandate.relationship;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * The evidence of an answer.
 *
 * @param approved whether the answer was yes
 * @param name the person's, as given
 * @param address the proven one
 * @param proof how it was proven
 * @param agreementVersion which agreement was accepted; empty where the answer was no
 * @param shown exactly what was shown, as JSON
 * @param chosen what was chosen, as JSON
 */
public record Consent(
        UUID requestId, boolean approved, String name, EmailAddress address, Proof proof, Instant givenAt, Locale language,
        String agreementVersion, String shown, String chosen) {

    /** How a person proved to speak for the customer. */
    public enum Proof {
        /** A code mailed to the address. */
        CODE,
        /** Signed in with an account of the customer. */
        ACCOUNT
    }
}
