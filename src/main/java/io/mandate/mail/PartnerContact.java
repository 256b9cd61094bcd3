package io.mandate.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * The partner's organisation with the person who asks and that person's address.
 *
 * @param provider the indirect provider to which the person belongs, where that asks on the partner's behalf
 */
public record PartnerContact(String organisation, String person, String address, Optional<String> provider) {

    /** A person of the partner itself. */
    public PartnerContact(String organisation, String person, String address) {
        this(organisation, person, address, Optional.empty());
    }

    /** Who asks, in words: the partner, or its provider on behalf of it. */
    public String asking(Locale language) {
        return new Phrases(language).asking(this);
    }

    /** The organisation to which the person belongs, and which gets the replies. */
    String employer() {
        return provider.orElse(organisation);
    }
}
