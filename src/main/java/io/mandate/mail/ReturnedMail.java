package io.mandate.mail;

/**
 * Tells the partner that a mail to the customer came back.
 *
 * @param words what the server said that could not deliver it; empty for nothing
 * @param neverAsked whether it was the request itself, which now waits for another address
 * @param page the request's own, for signed-in staff
 */
public record ReturnedMail(String customer, String recipient, String words, boolean neverAsked, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.RETURNED;
    }

    @Override
    public Letter write(Phrases phrases) {
        String which = neverAsked ? "returned.request" : "returned.stays-open";
        return Letter.about(phrases.of("returned.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of(which, customer, recipient))
                .quote(words)
                .say(phrases.of(which + ".act"))
                .link(page)
                .footer(phrases.footer());
    }
}
