package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * Tells the former holder that the customer moved permissions elsewhere, without saying to whom (a partner never learns about
 * other partners). It belongs to the former holder's own request, not to the one that was approved.
 */
public record PermissionMovedMail(String customer, List<String> services, Instant movedAt, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.PERMISSION_MOVED;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("moved.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("moved.what", customer, phrases.instant(movedAt)))
                .list(services.stream().map(PlainText::line).toList())
                .say(phrases.of("moved.duty"))
                .link(page)
                .footer(phrases.footer());
    }
}
