package io.mandate.identity.provider;

import io.mandate.identity.Role;
import io.mandate.relationship.CustomerIdentity;
import java.util.Locale;

/**
 * An organisation for whose people a provider vouches.
 *
 * @param id of the partner, or the customer's identity; empty for the house
 */
record VouchedOrganisation(Kind kind, String id) {

    static final VouchedOrganisation HOUSE = new VouchedOrganisation(Kind.HOUSE, "");

    /** What kind of organisation it is, which limits the roles of its people. */
    enum Kind {
        PARTNER,
        CUSTOMER,
        /** Whoever runs Mandate. */
        HOUSE;

        /** Whether its people can have that role: nobody of a partner owns the processes. */
        boolean has(Role role) {
            return switch (this) {
                case PARTNER -> role.ofPartner();
                case CUSTOMER -> role == Role.CUSTOMER;
                case HOUSE -> !role.ofPartner() && role != Role.CUSTOMER;
            };
        }
    }

    static VouchedOrganisation partner(String id) {
        return new VouchedOrganisation(Kind.PARTNER, id);
    }

    static VouchedOrganisation customer(String identity) {
        return new VouchedOrganisation(Kind.CUSTOMER, identity.toLowerCase(Locale.ROOT));
    }

    /** A customer's identity in every cloud. */
    CustomerIdentity identity() {
        return new CustomerIdentity(id);
    }
}
