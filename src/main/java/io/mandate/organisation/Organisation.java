package io.mandate.organisation;

import io.mandate.relationship.Administrator;
import io.mandate.relationship.Customer;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Request;
import io.mandate.relationship.Termination;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an administrator may know about their own organisation as a customer of one cloud.
 *
 * @param name as the newest request wrote it
 * @param services those that the cloud offers, in the catalog's order
 * @param partners those with whom a relationship was accepted, the longest in force first
 * @param waiting requests that wait for an answer, the oldest first
 */
public record Organisation(Customer customer, String name, List<Administrator> administrators, List<Service> services,
        List<Partner> partners, List<Waiting> waiting) {

    /**
     * One of its services.
     *
     * @param held who may administer it now, empty for nobody
     * @param holder that partner's name
     * @param contact whom to call: the partner chosen, else the holder, else the partner longest on duty
     * @param chosen id of the partner chosen to be called, while its relationship is in force
     */
    public record Service(io.mandate.catalog.Service service, Optional<Permission> held, String holder,
            Optional<Contact> contact, Optional<String> chosen) {}

    /**
     * A partner and its relationship.
     *
     * @param ending the wish to end it that is open now; empty for none
     */
    public record Partner(String name, Relationship relationship, Optional<Contact> contact, Optional<Termination> ending) {

        /** Whether the relationship has ended. */
        public boolean isEnded() {
            return relationship.dutyEndedAt().isPresent();
        }
    }

    /** The partners whose relationship has not ended. */
    public List<Partner> present() {
        return partners.stream().filter(one -> !one.isEnded()).toList();
    }

    /** The partners whose relationship has ended. */
    public List<Partner> former() {
        return partners.stream().filter(Partner::isEnded).toList();
    }

    /** A person of a partner. */
    public record Contact(String partner, String person, String address) {}

    /** A request that waits for an answer, and where it is given. */
    public record Waiting(String partner, Request request, String link) {}
}
