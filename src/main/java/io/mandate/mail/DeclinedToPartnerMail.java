package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/** Reports to the partner that the customer declined; the reason may be empty. */
public record DeclinedToPartnerMail(
        String customer, List<String> services, Answerer declinedBy, Instant declinedAt, String reason, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.DECLINED_TO_PARTNER;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("declined.partner.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of(services.isEmpty() ? "declined.partner.relationship" : "declined.partner", customer))
                .list(services)
                .add(DeclinedToCustomerMail.particulars(phrases, declinedBy, declinedAt))
                .say(phrases.of(reason.isBlank() ? "declined.no-reason" : "declined.reason"))
                .quote(reason)
                .say(phrases.of("declined.partner.again"))
                .link(page)
                .footer(phrases.footer());
    }
}
