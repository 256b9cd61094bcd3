package io.mandate.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where requests are opened and changed, so that request, relationship, claims and timeline always agree. */
@Service
@Transactional
public class RequestRegister {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CustomerProperties customers;
    private final Relationships relationships;
    private final Requests requests;
    private final OpenRequests open;
    private final Permissions permissions;
    private final Timeline timeline;
    private final Tiers tiers;
    private final ApplicationEventPublisher events;

    RequestRegister(JdbcClient jdbc, Clock clock, CustomerProperties customers, Relationships relationships,
            Requests requests, OpenRequests open, Permissions permissions, Timeline timeline, Tiers tiers,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.customers = customers;
        this.relationships = relationships;
        this.requests = requests;
        this.open = open;
        this.permissions = permissions;
        this.timeline = timeline;
        this.tiers = tiers;
        this.events = events;
    }

    /**
     * What a new request starts with.
     *
     * @param name the partner's own name for it, empty for none
     * @param asked may be empty in a draft that is to be completed
     */
    public record Opening(String partnerId, Request.Requester requester, RequestKind kind, String cloud, String organisation,
            EmailAddress address, Locale language, String country, String name, List<AskedPermission> asked,
            boolean withoutPermission, String subject, String text) {}

    /**
     * Opens a request as a draft; it joins the relationship of partner and customer, which is made where there is none.
     * Throws {@link OpenRequestException} where one is open for the same service, {@link NameTakenException} where the
     * name is not new, {@link ConcurrencyFailureException} where the customer was just being erased: all may be tried again.
     */
    public Request open(Opening opening) {
        return open(opening, draft -> draft, TimelineEvent.OPENED, "");
    }

    /** As {@link #open}, of a request that needs no review: it is sent at once, by whom it says. */
    public Request ask(Opening opening, SentBy by) {
        return open(opening, draft -> draft.reviewed(by, draft.times().openedAt()), TimelineEvent.ASKED, opening.kind().id());
    }

    private Request open(Opening opening, UnaryOperator<Request> begun, TimelineEvent event, String detail) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        Customer customer = relationships.customer(
                opening.cloud(), CustomerIdentity.of(opening.address(), customers.freeMailDomains()), opening.country());
        Relationship relationship = relationships.join(opening.partnerId(), customer, opening.address(),
                opening.organisation(), id, now);
        requireKnown(customer);
        Request request = begun.apply(new Request(id, relationship.id(), opening.kind(), RequestStatus.DRAFT, opening.name(),
                opening.organisation(), opening.address(), opening.language(), opening.country(), opening.asked(), List.of(),
                opening.withoutPermission(), opening.subject(), opening.text(), Optional.empty(), opening.requester(), 0,
                false, "", new Request.Times(now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        requests.add(request);
        tiers.opened(request);
        claim(request, customer, opening.partnerId());
        timeline.add(request, now, event, opening.requester().name(), detail);
        return request;
    }

    /**
     * Records what a customer decided without being asked: a request that is approved from the beginning and claims nothing.
     * The consent and the permissions are for the caller to record. Throws {@link InvalidInputException} where the
     * relationship has just ended.
     *
     * @param opening with what was chosen as what is asked
     * @param note what the customer wrote to the partners, empty for nothing
     */
    public Request assign(Opening opening, Customer customer, EmailAddress administrator, String name, String note) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        Relationship relationship = relationships.join(
                opening.partnerId(), customer, opening.address(), opening.organisation(), id, now);
        // Locked by now, as it is.
        if (!relationships.get(relationship.id()).status().isInForce()) {
            throw new InvalidInputException(new FieldProblem("partner", "problem.move.partner"));
        }
        Request request = new Request(id, relationship.id(), RequestKind.ASSIGNMENT, RequestStatus.APPROVED, "",
                opening.organisation(), opening.address(), opening.language(), opening.country(), opening.asked(),
                opening.asked(), false, "", "", Optional.empty(), opening.requester(), 0, false, note,
                new Request.Times(now, Optional.empty(), Optional.empty(), Optional.of(now), Optional.empty()));
        requests.add(request);
        permissions.prepare(customer.id(), request.services());
        relationships.accept(relationship.id(), true, now);
        timeline.add(request, now, TimelineEvent.ASSIGNED, name, administrator.value());
        return request;
    }

    /** Stores another content of a draft, with the same refusals as {@link #open}. */
    public Request redraft(UUID id, UnaryOperator<Request> change) {
        Request before = requests.lock(id);
        Request after = change.apply(before);
        requests.save(after);
        if (!before.services().equals(after.services()) || before.withoutPermission() != after.withoutPermission()
                || !before.name().equals(after.name())) {
            Relationship relationship = relationships.get(after.relationshipId());
            open.release(id);
            jdbc.sql("delete from request_name where request_id = :id").param("id", id).update();
            claim(after, relationship.customer(), relationship.partnerId());
        }
        return after;
    }

    /**
     * Applies a transition and notes it in the timeline. A request that ends gives its claims back and leaves its mark
     * on the relationship.
     */
    public Request change(UUID id, UnaryOperator<Request> transition, TimelineEvent event, String actor, String detail) {
        return change(requests.lock(id), transition, event, actor, detail);
    }

    /** As {@link #change(UUID, UnaryOperator, TimelineEvent, String, String)}, for a request locked before. */
    public Request change(Request locked, UnaryOperator<Request> transition, TimelineEvent event, String actor, String detail) {
        Instant now = clock.instant();
        Request after = transition.apply(locked);
        requests.save(after);
        timeline.add(after, now, event, actor, detail);
        if (locked.status().isOpen() && !after.status().isOpen()) {
            open.release(after.id());
            close(after, now);
            events.publishEvent(RequestClosed.of(after));
        } else if (locked.status() != RequestStatus.SENDING || after.status() != RequestStatus.WAITING) {
            // That its mail went out follows at once on being sent, and is worth no statement of its own.
            relationships.touch(after.relationshipId(), now);
        }
        if (!locked.address().equals(after.address())) {
            relationships.readdressed(after.relationshipId(), after.address());
        }
        return after;
    }

    private void close(Request request, Instant now) {
        if (request.status() == RequestStatus.APPROVED) {
            relationships.accept(request.relationshipId(), !request.approved().isEmpty(), now);
        } else {
            relationships.close(request.relationshipId(), RelationshipStatus.valueOf(request.status().name()), now);
        }
    }

    /** A customer that was just being erased is none to join: asked again, it is a new one. */
    private void requireKnown(Customer customer) {
        if (customer.identity().isWholeAddress() && !relationships.isKnown(customer)) {
            throw new ConcurrencyFailureException("The customer was erased at the same moment");
        }
    }

    private void claim(Request request, Customer customer, String partnerId) {
        open.claim(request).ifPresent(other -> {
            throw new OpenRequestException(other);
        });
        permissions.prepare(customer.id(), new ArrayList<>(request.services()));
        if (!request.name().isEmpty()) {
            int claimed = jdbc.sql("""
                            insert into request_name (partner_id, name, request_id) values (:partner, :name, :request)
                            on conflict do nothing
                            """)
                    .param("partner", partnerId).param("name", request.name()).param("request", request.id()).update();
            if (claimed == 0) {
                throw new NameTakenException(request.name());
            }
        }
    }
}
