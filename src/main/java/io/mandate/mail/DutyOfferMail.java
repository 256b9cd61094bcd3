package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * Tells the partner that is asked to take on the duty to support a customer what it takes on, and never whose it is.
 *
 * @param told what happened
 * @param asker name of the customer's person who asks
 * @param date from when on the partner has the duty
 * @param until when the partner has to have answered
 * @param services those for which the customer has it as the support contact then
 * @param note what the customer wrote, empty for nothing
 */
public record DutyOfferMail(Told told, String customer, String asker, Instant date, Instant until, List<String> services,
        String note, String page) implements MailContent {

    /** What happened. */
    public enum Told {
        ASKED,
        REMINDER,
        AGREED,
        TAKEN_ON,
        STAYS
    }

    @Override
    public MailKind kind() {
        return MailKind.DUTY_OFFER;
    }

    @Override
    public Letter write(Phrases phrases) {
        boolean asked = told == Told.ASKED || told == Told.REMINDER;
        Letter.Builder letter = Letter.about(phrases.of("dutyoffer.subject." + told, customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("dutyoffer.told." + told, customer, asker, phrases.instant(date)));
        if (asked) {
            letter.quote(note);
        }
        if (told != Told.STAYS && !services.isEmpty()) {
            letter.say(phrases.of("dutyoffer.contact")).list(services);
        }
        if (asked) {
            letter.say(phrases.of("dutyoffer.next", phrases.instant(until)));
        }
        if (told != Told.STAYS) {
            letter.say(phrases.of("dutyoffer.own"));
        }
        return letter.say(phrases.of(asked ? "dutyoffer.link" : "end.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
