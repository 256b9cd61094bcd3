package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * The particulars of an approval for the partner; no services mean a relationship without admin permission.
 *
 * @param confirmed names of the services that confirmed it
 * @param ended names of those whose permission was lost again before this mail went out
 * @param assigned whether the customer decided without having been asked
 * @param note what the customer wrote then, empty for nothing
 */
public record GrantedToPartnerMail(
        String customer,
        List<GrantedService> services,
        List<String> confirmed,
        List<String> ended,
        Answerer approvedBy,
        Instant approvedAt,
        String agreement,
        String page,
        boolean assigned,
        String note)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.GRANTED_TO_PARTNER;
    }

    @Override
    public Letter write(Phrases phrases) {
        String granted = assigned ? "granted.partner.assigned"
                : services.isEmpty() ? "granted.partner.relationship" : "granted.partner";
        return Letter.about(phrases.of(assigned ? "granted.partner.assigned.subject" : "granted.partner.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of(granted, customer))
                .list(phrases.granted(services))
                .add(GrantedToCustomerMail.outcome(phrases, confirmed, ended))
                .add(GrantedToCustomerMail.particulars(phrases, approvedBy, approvedAt, agreement))
                .note(phrases, note)
                .say(phrases.of("granted.partner.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
