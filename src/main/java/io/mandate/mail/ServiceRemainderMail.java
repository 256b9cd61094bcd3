package io.mandate.mail;

import java.util.List;

/** Tells either side that a service still gives a partner what it no longer holds. */
public record ServiceRemainderMail(String partner, String customer, List<RemovedService> services) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.SERVICE_REMAINDER;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("remainder.subject", partner, customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("remainder.what", partner, customer))
                .list(phrases.removed(services))
                .say(phrases.of("remainder.next"))
                .footer(phrases.footer());
    }
}
