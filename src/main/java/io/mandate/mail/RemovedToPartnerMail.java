package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * Reports to the partner that permissions ended, why, and what is left; never by whom they were taken over (a partner never
 * learns about other partners).
 *
 * @param reason name of a {@code RevocationReason}
 * @param note what the customer wrote, empty for nothing
 * @param onDuty whether the partner still owes the customer support
 */
public record RemovedToPartnerMail(
        String customer, String reason, List<RemovedService> services, String note, Instant removedAt, boolean onDuty,
        String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.REMOVED_TO_PARTNER;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("removed.partner.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("removed.partner." + reason, customer, phrases.instant(removedAt)))
                .list(phrases.removed(services))
                .note(phrases, note)
                .say(phrases.of(onDuty ? "removed.duty" : "removed.dutyEnded"))
                .say(phrases.of("removed.partner.page")).link(page).footer(phrases.footer());
    }
}
