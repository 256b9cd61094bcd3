package io.mandate.organisation;

import io.mandate.relationship.Administrator;
import io.mandate.relationship.Customer;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.Request;
import io.mandate.relationship.SupportContacts;
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
     * @param contact whom to call: the partner or provider chosen, else the holder, else the partner longest on duty
     * @param chosen who was chosen to be called, while that relationship is in force
     */
    public record Service(io.mandate.catalog.Service service, Optional<Permission> held, String holder,
            Optional<Contact> contact, Optional<SupportContacts.Chosen> chosen) {}

    /**
     * A partner and its relationship.
     *
     * @param contact a person of its own, where one is known
     * @param provider the indirect provider through which it works, where that asked the customer on its behalf
     * @param ending the wish to end it that is open now; empty for none
     * @param duty what is proposed or agreed about its duty to support now; empty for nothing
     */
    public record Partner(String name, Relationship relationship, Optional<Contact> contact, Optional<Provider> provider,
            Optional<Termination> ending, Optional<Renegotiation> duty) {


        /** Whether the relationship has ended. */
        public boolean isEnded() {
            return relationship.isOver();
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

    /** An indirect provider, and its person who asked. */
    public record Provider(String id, Contact contact) {}

    /** A person of a partner. */
    public record Contact(String partner, String person, String address) {}

    /**
     * A request that waits for an answer, and where it is given.
     *
     * @param provider name of the indirect provider that asks on the partner's behalf; empty where the partner asks itself
     */
    public record Waiting(String partner, Optional<String> provider, Request request, String link) {}
}
