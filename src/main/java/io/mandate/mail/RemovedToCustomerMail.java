package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * Reports to an administrator of the customer that a partner's permissions ended, why, and what is left.
 *
 * @param reason name of a {@code RevocationReason}
 * @param by who did it, empty for Mandate itself
 * @param note what they wrote, empty for nothing
 */
public record RemovedToCustomerMail(String partner, String customer, String reason, List<RemovedService> services,
        String by, String note, Instant removedAt) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.REMOVED_TO_CUSTOMER;
    }

    @Override
    public Letter write(Phrases phrases) {
        Letter.Builder letter = Letter.about(phrases.of("removed.customer.subject", partner))
                .say(phrases.of("greeting"))
                .say(phrases.of("removed.customer." + reason, partner, customer, phrases.instant(removedAt), by))
                .list(phrases.removed(services));
        if (services.stream().anyMatch(RemovedService::isUnchecked)) {
            letter.say(phrases.of("removed.unchecked"));
        }
        return letter.note(phrases, note).footer(phrases.footer());
    }
}
