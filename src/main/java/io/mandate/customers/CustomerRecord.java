package io.mandate.customers;

import io.mandate.relationship.Consent;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Request;
import java.util.List;

/**
 * Everything that a partner may know about one customer of its own.
 *
 * @param services those that the customer's cloud offers, in the catalog's order
 * @param requests the partner's own, newest first
 * @param approvals the answers by which the customer accepted, newest first
 */
public record CustomerRecord(
        Relationship relationship, List<CustomerService> services, List<Request> requests, List<Consent> approvals) {

    /** The addresses that the partner wrote to, the newest first. */
    public List<EmailAddress> invited() {
        return requests.stream().map(Request::address).distinct().toList();
    }

    /** The services whose portals the partner may open. */
    public List<CustomerService> held() {
        return services.stream().filter(CustomerService::isHeld).toList();
    }
}
