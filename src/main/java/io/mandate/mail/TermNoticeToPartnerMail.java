package io.mandate.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells the partner that the end of a permission is near, and what happens then.
 *
 * @param extendedTo when it will end instead, as the customer lets it be extended; empty where it ends
 * @param again where the permission is asked for anew
 * @param page the customer's page
 */
public record TermNoticeToPartnerMail(String customer, String service, Instant endsAt, Optional<Instant> extendedTo,
        String again, String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.TERM_NOTICE_TO_PARTNER;
    }

    @Override
    public Letter write(Phrases phrases) {
        String end = phrases.instant(endsAt);
        String next = extendedTo.isPresent() ? "extends" : "ends";
        return Letter.about(phrases.of("notice.partner.subject." + next, customer, service, end))
                .say(phrases.of("greeting"))
                .say(phrases.of("notice.partner.what", customer, service, end))
                .say(phrases.of("notice.partner." + next, customer, extendedTo.map(phrases::instant).orElse("")))
                .say(phrases.of("notice.partner.link." + next))
                .link(extendedTo.isPresent() ? page : again)
                .say(phrases.of("notice.partner.duty", customer))
                .footer(phrases.footer());
    }
}
