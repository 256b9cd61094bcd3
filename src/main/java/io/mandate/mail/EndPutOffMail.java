package io.mandate.mail;

import java.time.Instant;
import java.util.List;

/**
 * Tells either side that a relationship did not end yet, since something is open.
 *
 * @param open what is open
 * @param until when it is to end now
 */
public record EndPutOffMail(EndingSides sides, List<String> open, Instant until, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.END_PUT_OFF;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("end.putOff.subject", sides.partner(), sides.customer(), phrases.instant(until)))
                .say(phrases.of("greeting"))
                .say(phrases.of("end.putOff", sides.partner(), sides.customer()))
                .list(open)
                .say(phrases.of("end.putOff.next", phrases.instant(until)))
                .say(phrases.of("end.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
