package io.mandate.servicerequest;

import io.mandate.MandateProperties;
import io.mandate.acceptance.Correspondence;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.mail.Mail;
import io.mandate.mail.Mailer;
import io.mandate.mail.ServiceRequestMail.Told;
import io.mandate.mail.ServiceRequestMail;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody concerned by mail what happened to a service request: the person who opened it, or their colleagues where that
 * person may not sign in any more, the customer's administrators and support's own address. Nobody is told what they said
 * themselves, but for what they opened. One of them who cannot be reached does not keep the others from hearing.
 */
@Service
@Transactional
public class News {

    /** What its author hears, too: what they opened, so that they have it, and what the clock did. */
    private static final Set<Told> TOLD_TO_ALL = EnumSet.of(Told.OPENED, Told.UNANSWERED, Told.ESCALATED);

    private final MandateProperties mandate;
    private final SupportProperties support;
    private final SupportDesk desk;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Comments comments;
    private final Correspondence correspondence;
    private final Mailer mailer;

    News(MandateProperties mandate, SupportProperties support, SupportDesk desk, Administrators administrators, Accounts accounts,
            Comments comments, Correspondence correspondence, Mailer mailer) {
        this.mandate = mandate;
        this.support = support;
        this.desk = desk;
        this.administrators = administrators;
        this.accounts = accounts;
        this.comments = comments;
        this.correspondence = correspondence;
        this.mailer = mailer;
    }

    /** Who reads, in which language, and where they find the request. */
    private record Reader(Locale language, String page) {}

    /** Passes on everything that was said and is not passed on yet, but for what ends it; what fails does not hold up the rest. */
    public void passOn(UUID id) {
        SupportDesk.Case about = desk.get(id);
        correspondence.each(comments.notPassedOn(id).stream().map(comment -> (Runnable) () -> passOn(about, comment))
                .toArray(Runnable[]::new));
    }

    private void passOn(SupportDesk.Case about, Comment comment) {
        told(comment).ifPresent(told -> {
            String text = comment.kind() == Comment.Kind.OPENED ? about.request().text() : comment.text();
            tell(about, told, comment.id().toString(), comment.author(), text);
            comments.passedOn(comment);
        });
    }

    /** Reports the solution, or that it was taken back. */
    public void closed(UUID id) {
        SupportDesk.Case about = desk.get(id);
        for (Comment comment : comments.notPassedOn(id)) {
            if (comment.kind() == Comment.Kind.SOLUTION || comment.kind() == Comment.Kind.WITHDRAWN) {
                Told told = comment.kind() == Comment.Kind.SOLUTION ? Told.SOLVED : Told.WITHDRAWN;
                mail(about, told, comment.id().toString(), comment.author().name(), comment.text(), readers(about));
                comments.passedOn(comment);
            }
        }
    }

    private static Optional<Told> told(Comment comment) {
        return Optional.ofNullable(switch (comment.kind()) {
            case OPENED -> Told.OPENED;
            case QUESTION -> Told.QUESTION;
            case ANSWER -> Told.ANSWER;
            case UNANSWERED -> Told.UNANSWERED;
            case ESCALATED -> Told.ESCALATED;
            case COMMENT -> switch (comment.author().side()) {
                case PARTNER -> Told.COMMENT_BY_PARTNER;
                case CUSTOMER -> Told.COMMENT_BY_CUSTOMER;
                case SUPPORT -> Told.COMMENT_BY_SUPPORT;
            };
            case SOLUTION, WITHDRAWN -> null;
        });
    }

    private void tell(SupportDesk.Case about, Told told, String occurrence, Author author, String text) {
        Map<EmailAddress, Reader> readers = readers(about);
        if (!TOLD_TO_ALL.contains(told)) {
            readers.remove(author.address());
        }
        mail(about, told, occurrence, author.name(), text, readers);
    }

    private void mail(SupportDesk.Case about, Told told, String occurrence, String by, String text,
            Map<EmailAddress, Reader> readers) {
        ServiceRequest request = about.request();
        correspondence.each(readers.entrySet().stream().map(entry -> (Runnable) () -> {
            Reader reader = entry.getValue();
            mailer.send(new Mail(request.relationshipId(), request.id(), told + " " + occurrence, entry.getKey().value(),
                    reader.language(), new ServiceRequestMail(
                            told, by, about.partner(), about.relationship().organisation(), request.subject(),
                            request.service().isEmpty() ? "" : correspondence.service(request.service(), reader.language()),
                            request.priority().name(), request.dueAt(), text, reader.page())));
        }).toArray(Runnable[]::new));
    }

    private Map<EmailAddress, Reader> readers(SupportDesk.Case about) {
        ServiceRequest request = about.request();
        Map<EmailAddress, Reader> readers = new LinkedHashMap<>();
        UUID customer = about.relationship().customer().id();
        String page = mandate.url("/customers/" + request.relationshipId() + "/service-requests/" + request.id());
        List<Account> instead = accounts.insteadOf(request.opener().address(), about.relationship().partnerId());
        if (instead.isEmpty()) {
            readers.put(request.opener().address(), new Reader(request.opener().language(), page));
        }
        instead.forEach(one -> readers.put(EmailAddress.of(one.username()), new Reader(Locale.forLanguageTag(one.language()), page)));
        administrators.of(customer).forEach(one -> readers.putIfAbsent(one.address(), new Reader(one.language(),
                mandate.url("/organisation/" + customer + "/service-requests/" + request.id()))));
        support.group().ifPresent(address ->
                readers.putIfAbsent(address, new Reader(Locale.ENGLISH, mandate.url("/support/" + request.id()))));
        return readers;
    }
}
