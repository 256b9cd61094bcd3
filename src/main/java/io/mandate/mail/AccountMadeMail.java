package io.mandate.mail;

/** To somebody who has an account now: the link by which the password is set. */
public record AccountMadeMail(String name, String username, String link, int hours) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.ACCOUNT_MADE;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("account.subject"))
                .say(phrases.of("greeting"))
                .say(phrases.of("sign-in.for", name))
                .say(phrases.of("account.what", username))
                .link(link)
                .say(phrases.of("password.validity", hours))
                .say(phrases.of("account.later"))
                .footer(phrases.footer());
    }
}
