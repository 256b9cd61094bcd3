package io.mandate.mail;

import java.time.Instant;

/**
 * Tells either side of a relationship what happens to a proposal about the duty to support.
 *
 * @param told what happened
 * @param handOver whether another partner is to get the duty
 * @param own whether the reader's side made the proposal
 * @param who name of the person who did what is told; empty for nobody
 * @param side the organisation of that person
 * @param other name of the partner that is to get the duty; empty for the partner that has it, who is told of another partner
 * @param date when the duty changes
 * @param until when whoever is asked has to have answered
 * @param text what that person wrote, empty for nothing
 */
public record DutyMail(Told told, boolean handOver, boolean own, String partner, String customer, String who, String side,
        String other, Instant date, Instant until, String text, String page) implements MailContent {

    /** What happened. */
    public enum Told {
        PROPOSED,
        REMINDER,
        CONFIRMED,
        AGREED,
        CHANGED,
        DECLINED,
        REFUSED,
        EXPIRED,
        TAKEN_BACK,
        OVERTAKEN,
        OTHER_PARTNER_GONE
    }

    @Override
    public MailKind kind() {
        return MailKind.DUTY;
    }

    @Override
    public Letter write(Phrases phrases) {
        String another = other.isEmpty() ? phrases.of("duty.another") : other;
        return Letter.about(phrases.of("duty.subject." + told, partner, customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("duty.told." + told, partner, customer, who, side, another))
                .quote(text)
                .say(phrases.of("duty.what." + (handOver ? "HAND_OVER" : "RELEASE"),
                        partner, customer, phrases.instant(date), another))
                .say(next(phrases))
                .say(phrases.of(told != Told.PROPOSED && told != Told.REMINDER ? "end.page"
                        : own ? "duty.link.own" : "duty.link.other"))
                .link(page)
                .footer(phrases.footer());
    }

    private String next(Phrases phrases) {
        return switch (told) {
            case PROPOSED, REMINDER, CONFIRMED -> phrases.of("duty.next.asked", phrases.instant(until));
            case AGREED -> phrases.of("duty.next.AGREED", partner);
            case CHANGED -> phrases.of("duty.next.CHANGED", partner);
            case OVERTAKEN -> phrases.of("duty.next.OVERTAKEN", partner, customer);
            default -> phrases.of("duty.next.stays", partner, customer);
        };
    }
}
