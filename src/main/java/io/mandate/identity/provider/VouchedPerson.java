package io.mandate.identity.provider;

import io.mandate.identity.Role;
import io.mandate.relationship.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * A person as a provider vouches for them, within what it may vouch for.
 *
 * @param provider the id in the settings
 * @param issuer with the subject, who this is (OpenID Connect Core 1.0 section 5.7)
 * @param address in lower case
 * @param language of the mails to this person; empty where the provider says nothing
 * @param administrator whether the provider says that this person administers the customer
 */
record VouchedPerson(
        String provider, String issuer, String subject, EmailAddress address, String name, Optional<Locale> language,
        VouchedOrganisation organisation, Role role, boolean administrator) {

    Optional<String> partner() {
        return Optional.of(organisation).filter(one -> one.kind() == VouchedOrganisation.Kind.PARTNER).map(VouchedOrganisation::id);
    }

    /** The identity that the customer has in every cloud. */
    Optional<String> customer() {
        return Optional.of(organisation).filter(one -> one.kind() == VouchedOrganisation.Kind.CUSTOMER).map(VouchedOrganisation::id);
    }
}
