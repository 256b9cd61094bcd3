package io.mandate.mail;

import java.time.Instant;

/**
 * Reminds either side that a relationship is about to end.
 *
 * @param own whether the reader's side asked
 * @param until when it ends without anybody's doing
 */
public record EndReminderMail(EndingSides sides, boolean own, Instant until, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.END_REMINDER;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("end.reminder.subject", sides.partner(), sides.customer(), phrases.instant(until)))
                .say(phrases.of("greeting"))
                .say(phrases.of("end.asked", sides.asker(), sides.asking(), sides.partner(), sides.customer()))
                .say(phrases.of("end.until", phrases.instant(until), sides.other(), sides.asking()))
                .say(phrases.of("end.what", sides.partner(), sides.customer()))
                .say(phrases.of(own ? "end.asked.own" : "end.asked.other"))
                .link(page)
                .footer(phrases.footer());
    }
}
