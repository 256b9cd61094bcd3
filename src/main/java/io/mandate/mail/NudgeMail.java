package io.mandate.mail;

import java.time.Instant;

/** Tells the partner that the customer stays silent; the page is the request's own, for signed-in staff. */
public record NudgeMail(String customer, String invited, Instant sentAt, Instant validUntil, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.NUDGE;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("nudge.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("nudge.silent", customer, invited, phrases.instant(sentAt), phrases.instant(validUntil)))
                .say(phrases.of("nudge.act"))
                .link(page)
                .footer(phrases.footer());
    }
}
