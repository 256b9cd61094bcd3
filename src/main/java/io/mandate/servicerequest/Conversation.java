package io.mandate.servicerequest;

import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import java.time.Clock;
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
    private final ServiceRequestProcess process;

    Conversation(Clock clock, ServiceRequestRegister register, Comments comments, ServiceRequestProcess process) {
        this.clock = clock;
        this.register = register;
        this.comments = comments;
        this.process = process;
    }

    /**
     * Adds a comment; nothing happens where it was added before.
     *
     * @param id of the comment, made by the page on which it is typed
     * @throws InvalidInputException where the text is missing or too long
     * @throws TooLateException where the request is closed
     */
    public void comment(ServiceRequest about, UUID id, String text, Author author) {
        String words = checked(text);
        ServiceRequest present = register.lock(about.id());
        if (comments.has(about.id(), id)) {
            return;
        }
        if (!present.status().isOpen()) {
            throw new TooLateException(present.status());
        }
        add(present, id, Comment.Kind.COMMENT, words, author);
        process.newsArrived(present);
    }

    /** Whether exactly this was said before: the form was sent twice. */
    boolean isSaid(UUID serviceRequest, UUID id) {
        return comments.has(serviceRequest, id);
    }

    /** Keeps something said, of whatever kind. */
    void add(ServiceRequest about, UUID id, Comment.Kind kind, String text, Author author) {
        if (!comments.add(new Comment(id, about.id(), kind, author, clock.instant(), text))) {
            // Of another request: no page made it for this one.
            throw new InvalidInputException(new FieldProblem("text", "problem.serviceRequest.again"));
        }
    }

    /** The text without blanks around it and without the control characters that no text takes. Throws {@link InvalidInputException} where it is missing or too long. */
    static String checked(String text) {
        String words = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
        if (words.isEmpty()) {
            throw new InvalidInputException(new FieldProblem("text", "problem.serviceRequest.comment"));
        }
        if (words.length() > Comment.MAX_TEXT) {
            throw new InvalidInputException(new FieldProblem("text", "problem.long", Comment.MAX_TEXT, words.length()));
        }
        return words;
    }
}
