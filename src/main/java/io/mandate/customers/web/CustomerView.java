package io.mandate.customers.web;

import io.mandate.catalog.Portal;
import io.mandate.customers.Contact;
import io.mandate.customers.Holder;
import io.mandate.relationship.Consent;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Termination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer in the words of its page.
 *
 * @param erasedAt since when nothing of it has persons; empty while something has
 */
record CustomerView(
        UUID id, String organisation, RelationshipStatus status, Account account, List<String> invited,
        List<Approver> approvers, List<ServiceView> services, List<RequestView> requests,
        Optional<Termination> ending, Optional<Renegotiation> duty, Optional<Renegotiation> offered,
        Optional<Instant> erasedAt) {

    private static final int AT_A_GLANCE = 5;

    /** The services whose portals are open to the partner. */
    public List<ServiceView> getHeld() {
        return services.stream().filter(service -> service.portal().isPresent()).toList();
    }

    /** The first of a list that has the newest first: as many as can be read at a glance. */
    public <T> List<T> newest(List<T> all) {
        return all.subList(0, Math.min(all.size(), AT_A_GLANCE));
    }

    /** The others. */
    public <T> List<T> earlier(List<T> all) {
        return all.subList(Math.min(all.size(), AT_A_GLANCE), all.size());
    }

    /**
     * @param customerId by which services know the customer
     * @param onDuty whether the partner owes support now
     */
    record Account(String identity, String cloud, String country, UUID customerId, Optional<Instant> inForceSince,
            Optional<Instant> dutySince, Optional<Instant> dutyEndedAt, boolean onDuty, Optional<Instant> endedAt) {}

    /** A person who proved to speak for the customer when accepting; the address is empty where it was erased. */
    record Approver(String name, String address, Instant at, Consent.Proof proof, String agreement) {}

    /**
     * @param endsAt when the partner's own permission ends; present only while it is held
     * @param endedAt when its term ended; present only where nobody holds it now
     * @param lost how the partner's last permission was lost
     */
    record ServiceView(String id, String name, String description, Holder holder, List<RoleView> roles, Optional<Instant> endsAt,
            Optional<Instant> endedAt, Optional<Revocation> lost, Optional<Contact> contact, Optional<Portal.Links> portal) {}

    record RoleView(String name, String description) {}

    /**
     * @param name the partner's own, empty for none
     * @param byProvider whether the partner's provider asked on its behalf; where a provider reads, whether that one did
     */
    record RequestView(UUID id, String name, List<String> services, RequestStatus status, Instant openedAt, boolean byProvider) {}
}
