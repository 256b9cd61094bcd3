package io.mandate.mail;

import java.util.List;

/**
 * Tells either side that a service has not confirmed for a while what Mandate told it.
 *
 * @param granted whether it is to set a permission up; else to remove it
 */
public record ServiceDelayMail(boolean granted, String partner, String customer, List<String> services)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.SERVICE_DELAY;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("delay.subject", partner, customer))
                .say(phrases.of("greeting"))
                .say(phrases.of(granted ? "delay.granted" : "delay.removed", partner, customer))
                .list(services.stream().map(PlainText::line).toList())
                .say(phrases.of("delay.next"))
                .footer(phrases.footer());
    }
}
