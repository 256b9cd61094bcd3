package io.mandate.servicerequest;

import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Relationships;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the provider's support does with service requests. What comes too late is refused with {@link TooLateException}, what
 * cannot be accepted with {@link io.mandate.relationship.InvalidInputException}.
 */
@Service
@Transactional
public class SupportDesk {

    private final Clock clock;
    private final Relationships relationships;
    private final RelationshipSides sides;
    private final Partners partners;
    private final DeadlineTable table;
    private final ServiceRequestRegister register;
    private final Conversation conversation;
    private final ServiceRequestProcess process;

    SupportDesk(Clock clock, Relationships relationships, RelationshipSides sides, Partners partners, DeadlineTable table,
            ServiceRequestRegister register, Conversation conversation, ServiceRequestProcess process) {
        this.clock = clock;
        this.relationships = relationships;
        this.sides = sides;
        this.partners = partners;
        this.table = table;
        this.register = register;
        this.conversation = conversation;
        this.process = process;
    }

    /** A service request with its two sides. */
    public record Case(ServiceRequest request, Relationship relationship, String partner) {}

    /** An open service request with the names of its two sides. */
    public record Waiting(ServiceRequest request, String organisation, String partner) {}

    /** How many requests are open. */
    @Transactional(readOnly = true)
    public int countOpen() {
        return register.countOpen();
    }

    /** The open ones, the first due first: so many from there on, counted from 0. */
    @Transactional(readOnly = true)
    public List<Waiting> open(int from, int most) {
        return register.open(from, most);
    }

    /** Any request. Throws {@link io.mandate.relationship.NotFoundException} where there is none. */
    @Transactional(readOnly = true)
    public Case get(UUID id) {
        ServiceRequest request = register.get(id);
        Relationship relationship = relationships.get(request.relationshipId());
        return new Case(request, relationship, partners.get(relationship.partnerId()).name());
    }

    /** Solves it, also while it waits for the partner's answer. */
    public void solve(UUID id, UUID comment, String text, Author who) {
        say(SupportAnswer.SOLVED, id, comment, text, who);
    }

    /** Asks the partner back, and waits for as long as the decision table says. */
    public void askBack(UUID id, UUID comment, String text, Author who) {
        say(SupportAnswer.ASKED_BACK, id, comment, text, who);
    }

    /**
     * As {@link #solve} and {@link #askBack}, in the record only: for Tasklist, where the engine moves on by itself.
     *
     * @return false where exactly this was said before, and nothing was changed
     */
    public boolean record(SupportAnswer answer, UUID id, UUID comment, String text, Author who) {
        return recorded(answer, id, comment, text, who).isPresent();
    }

    private void say(SupportAnswer answer, UUID id, UUID comment, String text, Author who) {
        recorded(answer, id, comment, text, who).ifPresent(before -> {
            if (before.status() == ServiceRequestStatus.WAITING_FOR_PARTNER) {
                process.solvedWithoutAnswer(before);
            } else {
                process.answered(before, answer);
            }
        });
    }

    /** The request as it was before; empty where exactly this was said before. */
    private Optional<ServiceRequest> recorded(SupportAnswer answer, UUID id, UUID comment, String text, Author who) {
        String words = Conversation.checked(text);
        ServiceRequest request = register.lock(id);
        Comment.Kind kind = answer == SupportAnswer.SOLVED ? Comment.Kind.SOLUTION : Comment.Kind.QUESTION;
        Optional<UUID> key = conversation.key(id, comment, kind, words, who);
        if (key.isPresent()) {
            if (!(kind == Comment.Kind.SOLUTION ? register.solved(id, clock.instant()) : askedBack(request))) {
                throw new TooLateException(request.status());
            }
            conversation.add(request, key.get(), kind, words, who);
            if (kind == Comment.Kind.QUESTION) {
                process.newsArrived(request);
            }
        }
        return key.map(said -> request);
    }

    private boolean askedBack(ServiceRequest request) {
        Instant now = clock.instant();
        return register.askedBack(request.id(), now, table.answerBy(
                sides.of(request.relationshipId()).customer(), request.priority(), now));
    }
}
