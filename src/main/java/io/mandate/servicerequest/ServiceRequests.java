package io.mandate.servicerequest;

import io.mandate.catalog.Catalog;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a partner does with service requests on behalf of its customers, whether or not it holds a permission. What is not the
 * partner's own is refused with {@link NotFoundException}, what comes too late with {@link TooLateException}, and what cannot
 * be accepted with {@link InvalidInputException}.
 */
@Service
@Transactional
public class ServiceRequests {

    private final Clock clock;
    private final Catalog catalog;
    private final Relationships relationships;
    private final Terminations terminations;
    private final ServiceRequestRegister register;
    private final Conversation conversation;
    private final ServiceRequestProcess process;

    ServiceRequests(Clock clock, Catalog catalog, Relationships relationships, Terminations terminations,
            ServiceRequestRegister register, Conversation conversation, ServiceRequestProcess process) {
        this.clock = clock;
        this.catalog = catalog;
        this.relationships = relationships;
        this.terminations = terminations;
        this.register = register;
        this.conversation = conversation;
        this.process = process;
    }

    /** The partner's relationship with the customer. */
    @Transactional(readOnly = true)
    public Relationship relationship(UUID id, String partner) {
        return relationships.find(id).filter(found -> found.partnerId().equals(partner))
                .orElseThrow(() -> new NotFoundException("relationship", id));
    }

    /**
     * Why the partner may open no service request under this relationship now; empty where it may. Once an end was put off because
     * of what is open no more is opened, or the customer would never come out of the relationship.
     */
    @Transactional(readOnly = true)
    public Optional<OpeningRefusedException.Why> refusal(Relationship relationship) {
        if (!relationship.isOnDuty()) {
            return Optional.of(OpeningRefusedException.Why.NO_DUTY);
        }
        return terminations.open(relationship.id()).filter(Termination::putOff)
                .map(one -> OpeningRefusedException.Why.END_PUT_OFF);
    }

    /** One of the partner's service requests. */
    @Transactional(readOnly = true)
    public ServiceRequest get(UUID id, String partner) {
        ServiceRequest found = register.get(id);
        relationship(found.relationshipId(), partner);
        return found;
    }

    /**
     * Opens a service request; where the same was opened before, it is given as it is.
     *
     * @param id of the request, made by the page on which it is typed
     * @throws OpeningRefusedException where the partner may open none now
     */
    public ServiceRequest open(UUID id, UUID relationshipId, NewServiceRequest wish, PartnerStaff staff) {
        Relationship relationship = relationship(relationshipId, staff.partnerId());
        // Nobody ends the relationship from here on; whoever did before is seen. So is whoever sent the same form just before.
        relationships.lock(relationshipId);
        Optional<ServiceRequest> known = register.find(id);
        if (known.filter(one -> isSame(one, relationshipId, wish, staff)).isPresent()) {
            return known.get();
        }
        refusal(relationships.get(relationshipId)).ifPresent(why -> {
            throw new OpeningRefusedException(why);
        });
        check(relationship, wish);
        UUID key = known.isEmpty() ? id : UUID.randomUUID();
        ServiceRequest opened = new ServiceRequest(key, relationshipId, wish.service().orElseThrow(),
                wish.priority().orElseThrow(), wish.subject(), wish.text(), ServiceRequestStatus.OPEN, staff.requester(),
                clock.instant(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        if (!register.add(opened)) {
            return get(key, staff.partnerId());
        }
        conversation.add(opened, UUID.randomUUID(), Comment.Kind.OPENED, "", Author.of(staff));
        process.opened(opened);
        process.newsArrived(opened);
        return register.get(key);
    }

    private static boolean isSame(ServiceRequest one, UUID relationship, NewServiceRequest wish, PartnerStaff staff) {
        return one.relationshipId().equals(relationship) && one.opener().address().equals(staff.address())
                && wish.service().equals(Optional.of(one.service())) && wish.priority().equals(Optional.of(one.priority()))
                && one.subject().equals(wish.subject()) && one.text().equals(wish.text());
    }

    /** Answers what support asked. */
    public void answer(UUID id, UUID comment, String text, PartnerStaff staff) {
        recorded(id, comment, text, staff).ifPresent(process::questionAnswered);
    }

    /**
     * As {@link #answer}, in the record only: for Tasklist, where the engine moves on by itself. The time for which support
     * waited does not count: what was due is due that much later.
     *
     * @return false where exactly this was said before, and nothing was changed
     */
    public boolean recordAnswer(UUID id, UUID comment, String text, PartnerStaff staff) {
        return recorded(id, comment, text, staff).isPresent();
    }

    /** The request as it was before; empty where exactly this was said before. */
    private Optional<ServiceRequest> recorded(UUID id, UUID comment, String text, PartnerStaff staff) {
        String words = Conversation.checked(text);
        get(id, staff.partnerId());
        ServiceRequest request = register.lock(id);
        Optional<UUID> key = conversation.key(id, comment, Comment.Kind.ANSWER, words, Author.of(staff));
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (!register.returned(id, request.after(clock.instant()))) {
            throw new TooLateException(request.status());
        }
        conversation.add(request, key.get(), Comment.Kind.ANSWER, words, Author.of(staff));
        process.newsArrived(request);
        return Optional.of(request);
    }

    /** Takes it back; nothing happens where that was done before. */
    public void withdraw(UUID id, PartnerStaff staff) {
        get(id, staff.partnerId());
        ServiceRequest request = register.lock(id);
        if (request.status() == ServiceRequestStatus.WITHDRAWN) {
            return;
        }
        if (!register.withdrawn(id, clock.instant())) {
            throw new TooLateException(request.status());
        }
        conversation.add(request, UUID.randomUUID(), Comment.Kind.WITHDRAWN, "", Author.of(staff));
        process.withdrawn(request);
    }

    private void check(Relationship relationship, NewServiceRequest wish) {
        List<FieldProblem> problems = new ArrayList<>();
        if (wish.service().filter(one -> one.isEmpty() || isOffered(relationship, one)).isEmpty()) {
            problems.add(new FieldProblem("service", "problem.serviceRequest.service"));
        }
        if (wish.priority().isEmpty()) {
            problems.add(new FieldProblem("priority", "problem.serviceRequest.priority"));
        }
        checkText("subject", wish.subject(), ServiceRequest.MAX_SUBJECT, problems);
        checkText("text", wish.text(), ServiceRequest.MAX_TEXT, problems);
        InvalidInputException.refuse(problems);
    }

    private boolean isOffered(Relationship relationship, String service) {
        return catalog.services(relationship.customer().cloud()).stream().anyMatch(one -> one.id().equals(service));
    }

    private static void checkText(String field, String text, int most, List<FieldProblem> problems) {
        problems.addAll(text.isBlank() ? List.of(new FieldProblem(field, "problem.serviceRequest." + field))
                : FieldProblem.tooLong(field, text, most));
    }
}
