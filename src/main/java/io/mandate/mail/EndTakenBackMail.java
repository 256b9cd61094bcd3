package io.mandate.mail;

/**
 * Tells either side that the relationship goes on.
 *
 * @param by who took it back
 */
public record EndTakenBackMail(EndingSides sides, String by, String page)
        implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.END_TAKEN_BACK;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("end.takenBack.subject", sides.partner(), sides.customer()))
                .say(phrases.of("greeting"))
                .say(phrases.of("end.takenBack", by, sides.asking(), sides.partner(), sides.customer()))
                .say(phrases.of("end.takenBack.nothing"))
                .say(phrases.of("end.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
