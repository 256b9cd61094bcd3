package io.mandate.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells an administrator of the customer that the end of a partner's permission is near, and what happens then.
 *
 * @param extendedTo when it will end instead, as the customer lets it be extended; empty where it ends
 * @param page where they let it end, shorten it, or stop the extension
 */
public record TermNoticeToCustomerMail(String partner, String customer, String service, Instant endsAt,
        Optional<Instant> extendedTo, String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.TERM_NOTICE_TO_CUSTOMER;
    }

    @Override
    public Letter write(Phrases phrases) {
        String end = phrases.instant(endsAt);
        String next = extendedTo.isPresent() ? "extends" : "ends";
        return Letter.about(phrases.of("notice.customer.subject." + next, partner, service, end))
                .say(phrases.of("greeting"))
                .say(phrases.of("notice.customer.what", partner, customer, service, end))
                .say(phrases.of("notice.customer." + next, partner, extendedTo.map(phrases::instant).orElse("")))
                .say(phrases.of("notice.customer.link." + next))
                .link(page)
                .say(phrases.of("notice.customer.duty", partner))
                .footer(phrases.footer());
    }
}
