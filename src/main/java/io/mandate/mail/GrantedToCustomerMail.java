package io.mandate.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The particulars of an approval for the customer; no services mean a relationship without admin permission.
 *
 * @param confirmed names of the services that confirmed it
 * @param ended names of those whose permission was lost again before this mail went out
 */
public record GrantedToCustomerMail(
        PartnerContact partner,
        String customer,
        List<GrantedService> services,
        List<String> confirmed,
        List<String> ended,
        Answerer approvedBy,
        Instant approvedAt,
        String agreement)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.GRANTED_TO_CUSTOMER;
    }

    @Override
    public Optional<PartnerContact> onBehalfOf() {
        return Optional.of(partner);
    }

    @Override
    public Letter write(Phrases phrases) {
        String granted = services.isEmpty() ? "granted.customer.relationship" : "granted.customer";
        return Letter.about(phrases.of("granted.customer.subject", phrases.asking(partner)))
                .say(phrases.of("greeting"))
                .say(phrases.of(granted, partner.organisation(), customer))
                .list(phrases.granted(services))
                .add(outcome(phrases, confirmed, ended))
                .add(particulars(phrases, approvedBy, approvedAt, agreement))
                .say(phrases.of("granted.customer.unknown", partner.person(), partner.address()))
                .footer(phrases.footer(partner));
    }

    /** What services confirmed by themselves, and what ended before it was told; nothing where there is neither. */
    static Block outcome(Phrases phrases, List<String> confirmed, List<String> ended) {
        List<String> lines = new ArrayList<>();
        if (!confirmed.isEmpty()) {
            lines.add(phrases.of("granted.confirmed", String.join(", ", confirmed)));
        }
        if (!ended.isEmpty()) {
            lines.add(phrases.of("granted.ended", String.join(", ", ended)));
        }
        return Block.paragraph(lines);
    }

    static Block particulars(Phrases phrases, Answerer approvedBy, Instant approvedAt, String agreement) {
        return Block.paragraph(List.of(
                phrases.of("granted.by", approvedBy.name(), approvedBy.address()),
                phrases.of("granted.at", phrases.instant(approvedAt)),
                phrases.of("granted.agreement", agreement)));
    }
}
