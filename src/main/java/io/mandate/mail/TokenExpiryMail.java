package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * Says that an access token of a service account expires soon.
 *
 * @param account its name
 * @param page where another is issued
 */
public record TokenExpiryMail(String account, List<String> services, Instant expiresAt, String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.TOKEN_EXPIRY;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("token.subject", account, phrases.instant(expiresAt)))
                .say(phrases.of("greeting"))
                .say(phrases.of("token.what", account, phrases.instant(expiresAt)))
                .list(services)
                .say(phrases.of("token.then"))
                .link(page)
                .footer(phrases.footer());
    }
}
