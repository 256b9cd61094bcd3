package io.mandate.mail;

/** The link by which an administrator of a customer signs in. */
public record SignInLinkMail(String name, String link, int minutes) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.SIGN_IN_LINK;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("sign-in.subject"))
                .say(phrases.of("greeting"))
                .say(phrases.of("sign-in.for", name))
                .say(phrases.of("sign-in.what"))
                .link(link)
                .say(phrases.of("sign-in.validity", minutes))
                .say(phrases.of("sign-in.ignore"))
                .footer(phrases.footer());
    }
}
