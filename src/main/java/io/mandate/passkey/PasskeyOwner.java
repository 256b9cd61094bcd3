package io.mandate.passkey;

import io.mandate.identity.Role;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.EmailAddress;

/**
 * Whose passkeys are meant. Somebody who signs in as staff and speaks for a customer, too, is two owners: a passkey that was added
 * after a mailed link never signs in as staff.
 *
 * @param address of staff, the user name of the account
 */
public record PasskeyOwner(Kind kind, String address) {

    /** As what somebody has passkeys. */
    public enum Kind {
        STAFF,
        CUSTOMER
    }

    /** The administrator of a customer with this address. */
    public static PasskeyOwner ofCustomer(EmailAddress address) {
        return new PasskeyOwner(Kind.CUSTOMER, address.value());
    }

    /** The person who is signed in. */
    public static PasskeyOwner of(SignedIn person) {
        return new PasskeyOwner(person.role() == Role.CUSTOMER ? Kind.CUSTOMER : Kind.STAFF, person.username());
    }

    /** One text that stands for it. */
    String key() {
        return kind + " " + address;
    }

    static PasskeyOwner ofKey(String key) {
        int blank = key.indexOf(' ');
        return new PasskeyOwner(Kind.valueOf(key.substring(0, blank)), key.substring(blank + 1));
    }
}
