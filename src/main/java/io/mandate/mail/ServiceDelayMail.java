package io.mandate.mail;

import java.util.List;
import java.util.Locale;

/** Tells either side that a service has not confirmed for a while what Mandate told it. */
public record ServiceDelayMail(Told told, String partner, String customer, List<String> services) implements MailContent {

    /** What the service has not confirmed yet. */
    public enum Told {
        /** To set a permission up. */
        GRANTED,
        /** To remove one. */
        REMOVED,
        /** To let one end at another time. */
        TERM
    }

    @Override
    public MailKind kind() {
        return MailKind.SERVICE_DELAY;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("delay.subject", partner, customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("delay." + told.name().toLowerCase(Locale.ROOT), partner, customer))
                .list(services)
                .say(phrases.of("delay.next"))
                .footer(phrases.footer());
    }
}
