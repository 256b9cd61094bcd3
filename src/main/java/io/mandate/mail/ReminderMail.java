package io.mandate.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reminds the customer of a request without an answer; no services mean a relationship without admin permission. */
public record ReminderMail(
        PartnerContact partner,
        String customer,
        List<AskedService> services,
        Instant validUntil,
        String link,
        String stopLink)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.REMINDER;
    }

    @Override
    public Optional<PartnerContact> onBehalfOf() {
        return Optional.of(partner);
    }

    @Override
    public Letter write(Phrases phrases) {
        String asks = services.isEmpty() ? "reminder.asks.relationship" : "reminder.asks";
        return Letter.about(phrases.of("reminder.subject", phrases.asking(partner)))
                .say(phrases.of("greeting"))
                .say(phrases.of(asks, phrases.asking(partner), customer))
                .list(phrases.asked(services))
                .say(phrases.of("decide"))
                .link(link)
                .say(phrases.of("reminder.validity", phrases.instant(validUntil)))
                .say(phrases.of("contact", partner.person(), partner.address()))
                .say(phrases.of("reminder.stop"))
                .link(stopLink)
                .footer(phrases.footer(partner));
    }
}
