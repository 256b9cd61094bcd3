package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * Tells either side at once that a relationship has ended; {@link RelationshipEndedMail} follows once the services were looked at.
 *
 * @param confirmedBy who confirmed it, empty where the notice period was over
 * @param services what was held until the end
 */
public record EndAnnouncedMail(EndingSides sides, String confirmedBy, Instant endedAt, List<String> services, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.END_ANNOUNCED;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("end.announced.subject", sides.partner(), sides.customer()))
                .say(phrases.of("greeting"))
                .say(phrases.of("end.announced", sides.partner(), sides.customer(), phrases.instant(endedAt)))
                .say(confirmedBy.isEmpty() ? phrases.of("end.ended.notice")
                        : phrases.of("end.ended.confirmed", confirmedBy, sides.other()))
                .say(phrases.of("end.announced.held", sides.partner()))
                .list(services)
                .say(phrases.of("end.announced.next"))
                .say(phrases.of("end.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
