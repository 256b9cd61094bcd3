package io.mandate.invitation;

import io.mandate.relationship.AskedPermission;
import java.util.List;

/**
 * A request as a person filled it in, not yet checked.
 *
 * @param partner on whose behalf is asked: a partner that works through the asking one; empty where that asks for itself
 * @param organisation the customer's name
 * @param language en, es or de
 * @param country ISO 3166-1 alpha-2 code
 * @param name the partner's own name for the request, empty for none
 * @param withoutPermission the relationship alone is asked for
 */
public record NewInvitation(
        String partner, String organisation, String address, String language, String country, String cloud, String name,
        List<AskedPermission> services, boolean withoutPermission) {

    /** A request that the asking partner makes for itself. */
    public NewInvitation(
            String organisation, String address, String language, String country, String cloud, String name,
            List<AskedPermission> services, boolean withoutPermission) {
        this("", organisation, address, language, country, cloud, name, services, withoutPermission);
    }
}
