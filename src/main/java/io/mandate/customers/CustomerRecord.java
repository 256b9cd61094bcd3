package io.mandate.customers;

import io.mandate.relationship.Consent;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Request;
import io.mandate.relationship.Termination;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a partner may know about one customer of its own.
 *
 * @param services those that the customer's cloud offers, in the catalog's order
 * @param requests the partner's own, newest first
 * @param approvals the answers by which the customer accepted, newest first
 * @param ending the wish to end the relationship that is open now; empty for none
 */
public record CustomerRecord(
        Relationship relationship, List<CustomerService> services, List<Request> requests, List<Consent> approvals,
        Optional<Termination> ending) {

    /** The addresses that the partner wrote to, the newest first. */
    public List<EmailAddress> invited() {
        return requests.stream().map(Request::address).distinct().toList();
    }

    /** The services whose portals the partner may open. */
    public List<CustomerService> held() {
        return services.stream().filter(CustomerService::isHeld).toList();
    }
}
