package io.mandate.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * @param chosen what was chosen; empty where the answer was no, or no permission was asked for
 */
public record Consent(
        UUID requestId, boolean approved, String name, EmailAddress address, Proof proof, Instant givenAt, Locale language,
        String agreementVersion, String shown, List<Choice> chosen) {

    /**
     * One permission that the customer approved.
     *
     * @param takenFrom the partner that was shown as its holder, empty for nobody
     */
    public record Choice(AskedPermission permission, String takenFrom) {

        /** The partner that was shown as holder. */
        Optional<String> shownHolder() {
            return Optional.of(takenFrom).filter(partner -> !partner.isEmpty());
        }
    }


    /** How a person proved to speak for the customer. */
    public enum Proof {
        /** A code mailed to the address. */
        CODE,
        /** A code mailed to the address, and a passkey of the person. */
        CODE_AND_PASSKEY,
        /** Signed in as a person of the customer. */
        ACCOUNT,
        /** Signed in as a person of the customer, and a passkey of the person within the last hour. */
        ACCOUNT_AND_PASSKEY,
        /** The customer's own identity provider vouched for the person and the address. */
        PROVIDER,
        /** The same, and a passkey of the person. */
        PROVIDER_AND_PASSKEY;

        /** This proof, and a passkey of the person as well. */
        public Proof andPasskey() {
            return switch (this) {
                case CODE, CODE_AND_PASSKEY -> CODE_AND_PASSKEY;
                case ACCOUNT, ACCOUNT_AND_PASSKEY -> ACCOUNT_AND_PASSKEY;
                case PROVIDER, PROVIDER_AND_PASSKEY -> PROVIDER_AND_PASSKEY;
            };
        }
    }
}
