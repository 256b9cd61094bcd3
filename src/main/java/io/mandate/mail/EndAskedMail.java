package io.mandate.mail;

import java.time.Instant;

/**
 * Tells either side that one of them wants to end the relationship.
 *
 * @param own whether the reader's side asked
 * @param until when it ends without anybody's doing
 * @param note what the person wrote who asked, empty for nothing
 */
public record EndAskedMail(EndingSides sides, boolean own, Instant until, String note, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.END_ASKED;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter
                .about(phrases.of("end.asked.subject", sides.partner(), sides.customer(), phrases.instant(until)))
                .say(phrases.of("greeting"))
                .say(phrases.of("end.asked", sides.asker(), sides.asking(), sides.partner(), sides.customer()))
                .note(phrases, note)
                .say(phrases.of("end.until", phrases.instant(until), sides.other(), sides.asking()))
                .say(phrases.of("end.what", sides.partner(), sides.customer()))
                .say(phrases.of(own ? "end.asked.own" : "end.asked.other"))
                .link(page)
                .footer(phrases.footer());
    }
}
