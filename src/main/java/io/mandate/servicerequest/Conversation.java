package io.mandate.servicerequest;

import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.web.Typing;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the three sides say to each other about a service request; each word is passed on to everybody concerned. */
@Service
@Transactional
public class Conversation {

    private final Clock clock;
    private final ServiceRequestRegister register;
    private final Comments comments;
    private final Transcripts transcripts;
    private final ServiceRequestProcess process;

    Conversation(Clock clock, ServiceRequestRegister register, Comments comments, Transcripts transcripts,
            ServiceRequestProcess process) {
        this.clock = clock;
        this.register = register;
        this.comments = comments;
        this.transcripts = transcripts;
        this.process = process;
    }

    /**
     * Adds a comment; nothing happens where the same was added before.
     *
     * @param id of the comment, made by the page on which it is typed
     * @throws InvalidInputException where the text is missing or too long
     * @throws TooLateException where the request is closed
     */
    public void comment(UUID serviceRequest, UUID id, String text, Author author) {
        String words = checked(text);
        ServiceRequest present = register.lock(serviceRequest);
        Optional<UUID> key = key(serviceRequest, id, Comment.Kind.COMMENT, words, author);
        if (key.isEmpty()) {
            return;
        }
        if (!present.status().isOpen()) {
            throw new TooLateException(present.status());
        }
        add(present, key.get(), Comment.Kind.COMMENT, words, author);
        process.newsArrived(present);
        process.conversationGrew(present, transcripts.of(present));
    }

    /**
     * Under which id this is kept: that of the page, or a new one where something else was said under it, as by another button
     * of the same page. Empty where exactly this was said before: the form was sent twice.
     */
    Optional<UUID> key(UUID serviceRequest, UUID id, Comment.Kind kind, String text, Author author) {
        Optional<Comment> known = comments.find(id);
        boolean same = known.filter(one -> one.serviceRequestId().equals(serviceRequest) && one.kind() == kind
                && one.author().equals(author) && one.text().equals(text)).isPresent();
        return same ? Optional.empty() : Optional.of(known.isEmpty() ? id : UUID.randomUUID());
    }

    /** Keeps that the clock did something, and has it passed on. */
    void note(ServiceRequest about, Comment.Kind kind, Author concerned) {
        add(about, UUID.randomUUID(), kind, "", concerned);
        process.newsArrived(about);
    }

    /** Keeps something said, of whatever kind. */
    void add(ServiceRequest about, UUID id, Comment.Kind kind, String text, Author author) {
        if (!comments.add(new Comment(id, about.id(), kind, author, clock.instant(), text))) {
            // Somebody else used it at this very moment: no page made it for both.
            throw new InvalidInputException(new FieldProblem("text", "problem.serviceRequest.again"));
        }
    }

    /** The text without blanks around it and without the control characters that no text takes. Throws {@link InvalidInputException} where it is missing or too long. */
    static String checked(String text) {
        String words = Typing.lines(text);
        if (words.isEmpty()) {
            throw new InvalidInputException(new FieldProblem("text", "problem.serviceRequest.comment"));
        }
        InvalidInputException.refuse(FieldProblem.tooLong("text", words, Comment.MAX_TEXT));
        return words;
    }
}
