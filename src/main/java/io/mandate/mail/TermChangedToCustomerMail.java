package io.mandate.mail;

import java.time.Instant;

/**
 * Reports to an administrator of the customer that the term of a partner's permission changed.
 *
 * @param reason name of a {@code TermChangeReason}
 * @param by who did it, empty for Mandate itself
 * @param note what they wrote, empty for nothing
 * @param current whether it still stands so: it was neither changed again nor lost since
 * @param confirmed whether the service itself confirmed the new end
 */
public record TermChangedToCustomerMail(String partner, String customer, String service, String reason, Instant before,
        Instant after, String by, String note, boolean current, boolean confirmed, String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.TERM_CHANGED_TO_CUSTOMER;
    }

    @Override
    public Letter write(Phrases phrases) {
        Letter.Builder letter = Letter.about(phrases.of("term.customer.subject", partner, service, phrases.instant(after)))
                .say(phrases.of("greeting"))
                .say(phrases.of("term.customer." + reason, partner, customer, service, by))
                .list(phrases.term(before, after));
        if (current) {
            letter.say(phrases.of(confirmed ? "term.confirmed" : "term.unconfirmed"));
        }
        return letter.note(phrases, note)
                .say(current ? phrases.of("term.customer.duty", partner) : phrases.of("term.since"))
                .say(phrases.of("term.customer.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
