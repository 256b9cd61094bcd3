package io.mandate.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells somebody concerned what happened to a service request.
 *
 * @param told what happened
 * @param by name of the person who did it; of what the clock did, of the person whom it concerns
 * @param service its name, empty for the account as a whole
 * @param priority name of a {@code ServicePriority}
 * @param text what that person wrote, empty for nothing
 * @param page where the reader finds the request
 */
public record ServiceRequestMail(Told told, String by, String partner, String customer, String subject, String service,
        String priority, Instant due, String text, String page) implements MailContent {

    /** What happened. */
    public enum Told {
        OPENED,
        COMMENT_BY_PARTNER,
        COMMENT_BY_CUSTOMER,
        COMMENT_BY_SUPPORT,
        QUESTION,
        ANSWER,
        UNANSWERED,
        ESCALATED,
        SOLVED,
        WITHDRAWN;

        /** Whether it is still to be solved, so that it matters when. */
        boolean isOpen() {
            return this != SOLVED && this != WITHDRAWN;
        }
    }

    @Override
    public MailKind kind() {
        return MailKind.SERVICE_REQUEST;
    }

    @Override
    public Letter write(Phrases phrases) {
        List<String> facts = new ArrayList<>();
        facts.add(phrases.of("servicerequest.subject", subject));
        facts.add(service.isEmpty() ? phrases.of("servicerequest.account") : phrases.of("servicerequest.service", service));
        facts.add(phrases.of("servicerequest.priority", phrases.of("servicerequest.priority." + priority)));
        if (told.isOpen()) {
            facts.add(phrases.of("servicerequest.due", phrases.instant(due)));
        }
        return Letter.about(phrases.of("servicerequest.about." + told, customer, subject))
                .say(phrases.of("greeting"))
                .say(phrases.of("servicerequest.told." + told, by, partner, customer))
                .quote(text)
                .list(facts)
                .say(phrases.of("servicerequest.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
