package io.mandate.relationship;

import java.util.Locale;

/** A person who acts for a partner, and the language in which to write to them. */
public record PartnerStaff(String partnerId, EmailAddress address, String name, Locale language) {

    /** This person as the one who asks. */
    public Request.Requester requester() {
        return new Request.Requester(address, name, language);
    }
}
