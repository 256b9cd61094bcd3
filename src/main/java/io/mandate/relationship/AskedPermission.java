package io.mandate.relationship;

import java.util.List;

/**
 * One service of a request: which roles, and for how long.
 *
 * @param service id of the service in the catalog
 * @param roles ids of roles of that service, at least one
 * @param days term in days of 24 hours from the grant, 1 to 730
 * @param extending whether it is to be extended before its end until the customer stops that
 */
public record AskedPermission(String service, List<String> roles, int days, boolean extending) {

    /** Longest term: two years. */
    public static final int MAX_DAYS = 730;

    public AskedPermission {
        roles = List.copyOf(roles);
    }

    /** The same without any extension. */
    public AskedPermission(String service, List<String> roles, int days) {
        this(service, roles, days, false);
    }

    /** Whether this asks for nothing that the other does not: the same service, no further role, no longer term, no extension. */
    public boolean isWithin(AskedPermission other) {
        return service.equals(other.service) && other.roles.containsAll(roles) && days <= other.days
                && (other.extending || !extending);
    }
}
