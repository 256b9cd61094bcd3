package io.mandate.relationship;

import java.util.Locale;
import java.util.Optional;

/** A person who acts for a partner, and the language in which to write to them. */
public record PartnerStaff(String partnerId, EmailAddress address, String name, Locale language) {

    /** This person as the one who asks. */
    public Request.Requester requester() {
        return new Request.Requester(address, name, language);
    }

    /** This person as the one who asks for a partner: their own, or one on whose behalf their organisation asks. */
    public Request.Requester requester(String partner) {
        return new Request.Requester(address, name, language,
                partner.equals(partnerId) ? Optional.empty() : Optional.of(partnerId));
    }
}
