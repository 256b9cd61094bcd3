package io.mandate.mail;

/** That the password of an account is another now (OWASP ASVS 5.0, 6.3.7), and what to do if it was somebody else. */
public record PasswordChangedMail(String name, String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.PASSWORD_CHANGED;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("password.changed.subject"))
                .say(phrases.of("greeting"))
                .say(phrases.of("sign-in.for", name))
                .say(phrases.of("password.changed.what"))
                .say(phrases.of("password.changed.else"))
                .link(page)
                .footer(phrases.footer());
    }
}
