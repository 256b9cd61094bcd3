package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * The final report of an end, to either side.
 *
 * @param confirmedBy who confirmed it, empty where the notice period was over
 * @param since when the relationship came into force
 * @param services what was held until the end, and what a look at the services showed
 * @param note what the person wrote who asked, empty for nothing
 */
public record RelationshipEndedMail(EndingSides sides, Instant askedAt, String confirmedBy, Instant endedAt, Instant since,
        List<RemovedService> services, String note, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.RELATIONSHIP_ENDED;
    }

    @Override
    public Letter write(Phrases phrases) {
        Letter.Builder letter = Letter.about(phrases.of("end.ended.subject", sides.partner(), sides.customer()))
                .say(phrases.of("greeting"))
                .say(phrases.of("end.ended", sides.partner(), sides.customer(), phrases.instant(endedAt), phrases.instant(since)))
                .say(phrases.of("end.ended.asked", sides.asker(), sides.asking(), phrases.instant(askedAt)))
                .note(phrases, note)
                .say(confirmedBy.isEmpty() ? phrases.of("end.ended.notice")
                        : phrases.of("end.ended.confirmed", confirmedBy, sides.other()));
        if (services.isEmpty()) {
            letter.say(phrases.of("end.ended.nothing", sides.partner()));
        } else {
            letter.say(phrases.of("end.ended.held", sides.partner())).list(phrases.removed(services));
        }
        if (services.stream().anyMatch(RemovedService::isUnchecked)) {
            letter.say(phrases.of("removed.unchecked"));
        }
        return letter.say(phrases.of("end.ended.duty", sides.partner(), sides.customer()))
                .say(phrases.of("end.ended.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
