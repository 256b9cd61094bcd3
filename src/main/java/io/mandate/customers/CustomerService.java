package io.mandate.customers;

import io.mandate.catalog.Portal;
import io.mandate.catalog.Service;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Revocation;
import java.util.Optional;

/**
 * One service of a customer, as a partner sees it.
 *
 * @param own the partner's own permission, present while it is held and after it ended unless another partner took it since
 * @param lost how the partner's last permission was lost, where it holds none now
 * @param contact whom the customer calls; empty where the relationship is not in force, or nobody is on duty
 * @param portal where the partner administers the service for this customer; present only while the permission is held
 */
public record CustomerService(Service service, Holder holder, Optional<Permission> own,
        Optional<Revocation> lost, Optional<Contact> contact, Optional<Portal.Links> portal) {

    public boolean isHeld() {
        return holder == Holder.YOU;
    }
}
