package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/** Reports to the partner that a request ended without an answer. */
public record ExpiredMail(String customer, String invited, List<String> services, Instant expiredAt, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.EXPIRED;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("expired.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("expired.silent", customer, invited, phrases.instant(expiredAt)))
                .list(services)
                .say(phrases.of("expired.again"))
                .link(page)
                .footer(phrases.footer());
    }
}
