package io.mandate.servicerequest.web;

import io.mandate.catalog.Catalog;
import io.mandate.mail.MailLog;
import io.mandate.relationship.Relationship;
import io.mandate.servicerequest.Comment;
import io.mandate.servicerequest.Comments;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestRegister;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.servicerequest.Side;
import io.mandate.web.ErasedWords;
import io.mandate.web.FilledForm;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts service requests before the pages of all three sides. */
@Component
public class ServiceRequestPage {

    private static final String FORM = "say";
    private static final int ON_A_PAGE = 20;

    private final Clock clock;
    private final Catalog catalog;
    private final ServiceRequests requests;
    private final ServiceRequestRegister register;
    private final Comments comments;
    private final MailLog mails;
    private final ErasedWords erased;

    ServiceRequestPage(Clock clock, Catalog catalog, ServiceRequests requests, ServiceRequestRegister register,
            Comments comments, MailLog mails, ErasedWords erased) {
        this.clock = clock;
        this.catalog = catalog;
        this.requests = requests;
        this.register = register;
        this.comments = comments;
        this.mails = mails;
        this.erased = erased;
    }

    /**
     * Puts those of a relationship before its page, the newest first, as many as the present request's {@code page} asks for, and
     * why the partner may open none now.
     */
    public void list(Relationship relationship, Locale locale, Model model) {
        int from = from(register.count(relationship.id()), model);
        model.addAttribute("serviceRequests",
                register.of(relationship.id(), from, ON_A_PAGE).stream().map(one -> view(one, locale)).toList());
        model.addAttribute("openingRefused", requests.refusal(relationship).map(Enum::name).orElse(""));
    }

    /** Puts those of all relationships of a customer before its page, each with its relationship, as {@link #list}. */
    public void listOfCustomer(UUID customer, Locale locale, Model model) {
        int from = from(register.countOfCustomer(customer), model);
        model.addAttribute("serviceRequests", register.ofCustomer(customer, from, ON_A_PAGE).stream()
                .map(one -> new OfCustomer(one.relationshipId(), view(one, locale))).toList());
    }

    /** Where the page begins that is asked for; what is only a part of a page, or answers a form, has no links to others. */
    private static int from(int count, Model model) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        if (!request.getMethod().equals("GET") || request.getHeader("HX-Request") != null) {
            return 0;
        }
        int last = Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE);
        String number = Objects.requireNonNullElse(request.getParameter("page"), "");
        int current = Math.min(last, PageLinks.number(number));
        model.addAttribute("serviceRequestPages", PageLinks.of(request, current, last));
        return (current - 1) * ON_A_PAGE;
    }

    /** A service request, and the relationship under which it was opened. */
    public record OfCustomer(UUID relationship, ServiceRequestView request) {}

    /** Puts one before its page, with an empty form. */
    public void show(UUID id, Side reader, Locale locale, Model model) {
        show(id, reader, Map.of(), Refused.NOT, locale, model);
    }

    /**
     * Puts one before its page, with the form as it was filled in.
     *
     * @param reader whose page it is
     * @param refused why what was typed was not accepted
     */
    public void show(UUID id, Side reader, Map<String, String> typed, Refused refused, Locale locale, Model model) {
        ServiceRequest request = register.get(id);
        model.addAttribute("one", view(request, locale));
        model.addAttribute("said", comments.of(id).stream().map(one -> said(one, request, locale)).toList());
        if (reader == Side.PARTNER) {
            model.addAttribute("undelivered", mails.undelivered(id));
        }
        model.addAttribute("late", refused.late());
        Map<String, Object> fields = new HashMap<>(Map.of("text", typed.getOrDefault("text", "")));
        FilledForm.show(FORM, fields, refused.problems(), model);
        // What is to be said anew gets a key of its own; what was refused is the same thing when it is sent again.
        model.addAttribute("key", refused == Refused.NOT ? UUID.randomUUID() : Refused.key(typed));
    }

    ServiceRequestView view(ServiceRequest request, Locale locale) {
        return new ServiceRequestView(request.id(), erased.words(request.subject(), request.erasedAt(), locale), service(request.service(), locale),
                request.priority(), request.status(),
                erased.words(request.opener().name(), request.erasedAt(), locale), request.openedAt(), request.dueAt(),
                request.isOverdue(clock.instant()), request.answerBy(), request.escalatedAt(), request.closedAt());
    }

    private ServiceRequestView.Said said(Comment comment, ServiceRequest request, Locale locale) {
        return new ServiceRequestView.Said(comment.kind(), comment.author().side(),
                erased.words(comment.author().name(), request.erasedAt(), locale), comment.writtenAt(),
                erased.words(comment.kind() == Comment.Kind.OPENED ? request.text() : comment.text(), request.erasedAt(), locale));
    }

    private String service(String id, Locale locale) {
        return id.isEmpty() ? "" : catalog.serviceName(id, locale);
    }
}
