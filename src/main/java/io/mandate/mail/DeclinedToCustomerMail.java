package io.mandate.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Confirms to the customer that their decline reached the partner; the reason may be empty. */
public record DeclinedToCustomerMail(
        PartnerContact partner,
        String customer,
        List<String> services,
        Answerer declinedBy,
        Instant declinedAt,
        String reason)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.DECLINED_TO_CUSTOMER;
    }

    @Override
    public Optional<PartnerContact> onBehalfOf() {
        return Optional.of(partner);
    }

    @Override
    public Letter write(Phrases phrases) {
        String declined = services.isEmpty() ? "declined.customer.relationship" : "declined.customer";
        return Letter.about(phrases.of("declined.customer.subject", phrases.asking(partner)))
                .say(phrases.of("greeting"))
                .say(phrases.of(declined, phrases.asking(partner), customer))
                .list(services)
                .add(particulars(phrases, declinedBy, declinedAt))
                .say(phrases.of(reason.isBlank() ? "declined.no-reason" : "declined.reason"))
                .quote(reason)
                .say(phrases.of("contact", partner.person(), partner.address()))
                .footer(phrases.footer(partner));
    }

    static Block particulars(Phrases phrases, Answerer declinedBy, Instant declinedAt) {
        return Block.paragraph(List.of(
                phrases.of("declined.by", declinedBy.name(), declinedBy.address()),
                phrases.of("declined.at", phrases.instant(declinedAt))));
    }
}
