package io.mandate.mail;

/** The link by which a person who forgot the password sets another. */
public record PasswordLinkMail(String name, String link, int hours) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.PASSWORD_LINK;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("password.subject"))
                .say(phrases.of("greeting"))
                .say(phrases.of("sign-in.for", name))
                .say(phrases.of("password.what"))
                .link(link)
                .say(phrases.of("password.validity", hours))
                .say(phrases.of("password.ignore"))
                .footer(phrases.footer());
    }
}
