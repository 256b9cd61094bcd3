package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/** The particulars of an approval for the partner; no services mean a relationship without admin permission. */
public record GrantedToPartnerMail(
        String customer,
        List<GrantedService> services,
        List<String> confirmed,
        Answerer approvedBy,
        Instant approvedAt,
        String agreement,
        String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.GRANTED_TO_PARTNER;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("granted.partner.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of(services.isEmpty() ? "granted.partner.relationship" : "granted.partner", customer))
                .list(phrases.granted(services))
                .add(GrantedToCustomerMail.confirmed(phrases, confirmed))
                .add(GrantedToCustomerMail.particulars(phrases, approvedBy, approvedAt, agreement))
                .say(phrases.of("granted.partner.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
