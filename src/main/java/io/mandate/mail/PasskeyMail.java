package io.mandate.mail;

import java.time.Instant;

/**
 * Tells a person that a passkey of theirs was added or removed.
 *
 * @param passkey the name that it was given
 * @param page where they see all of theirs
 */
public record PasskeyMail(String passkey, boolean added, Instant at, String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.PASSKEY;
    }

    @Override
    public Letter write(Phrases phrases) {
        String what = added ? "passkey.added" : "passkey.removed";
        return Letter.about(phrases.of(what + ".subject"))
                .say(phrases.of("greeting"))
                .say(phrases.of(what, passkey, phrases.instant(at)))
                .say(phrases.of(what + ".stranger"))
                .link(page)
                .footer(phrases.footer());
    }
}
