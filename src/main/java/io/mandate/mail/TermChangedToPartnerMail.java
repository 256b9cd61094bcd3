package io.mandate.mail;

import java.time.Instant;

/**
 * Reports to the partner that the term of a permission changed.
 *
 * @param reason name of a {@code TermChangeReason}
 * @param by who did it, empty for Mandate itself
 * @param note what they wrote, empty for nothing
 * @param current whether it still stands so: it was neither changed again nor lost since
 * @param confirmed whether the service itself confirmed the new end
 */
public record TermChangedToPartnerMail(String customer, String service, String reason, Instant before, Instant after,
        String by, String note, boolean current, boolean confirmed, String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.TERM_CHANGED_TO_PARTNER;
    }

    @Override
    public Letter write(Phrases phrases) {
        Letter.Builder letter = Letter.about(phrases.of("term.partner.subject", customer, service, phrases.instant(after)))
                .say(phrases.of("greeting"))
                .say(phrases.of("term.partner." + reason, customer, service, by))
                .list(phrases.term(before, after));
        if (confirmed) {
            letter.say(phrases.of("term.confirmed"));
        }
        return letter.note(phrases, note)
                .say(current ? phrases.of("term.partner.duty", customer) : phrases.of("term.since"))
                .say(phrases.of("term.partner.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
