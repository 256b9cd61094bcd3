package io.mandate.customers;

import io.mandate.relationship.Consent;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Erased;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.Request;
import io.mandate.relationship.Termination;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that a partner may know about one customer of its own.
 *
 * @param services those that the customer's cloud offers, in the catalog's order
 * @param requests the partner's own, newest first
 * @param approvals the answers by which the customer accepted, newest first
 * @param ending the wish to end the relationship that is open now; empty for none
 * @param duty what is proposed or agreed about the partner's duty to support now; empty for nothing
 * @param offered the duty of another partner that this one is asked to take on, or will; empty for none
 */
public record CustomerRecord(
        Relationship relationship, List<CustomerService> services, List<Request> requests, List<Consent> approvals,
        Optional<Termination> ending, Optional<Renegotiation> duty, Optional<Renegotiation> offered) {

    /** The addresses that the partner wrote to, the newest first, but for those that were erased. */
    public List<EmailAddress> invited() {
        return requests.stream().map(Request::address).distinct().filter(one -> !one.equals(Erased.ADDRESS)).toList();
    }

    /** Since when a request is without persons; empty while it has them. */
    public Optional<Instant> erasedAt(UUID request) {
        return requests.stream().filter(one -> one.id().equals(request)).findFirst().flatMap(one -> one.times().erasedAt());
    }

    /** Since when nothing of it has persons; empty while something has. */
    public Optional<Instant> erasedAt() {
        List<Instant> erased = requests.stream().flatMap(one -> one.times().erasedAt().stream()).toList();
        return erased.size() < requests.size() ? Optional.empty() : erased.stream().max(Comparator.naturalOrder());
    }
}
