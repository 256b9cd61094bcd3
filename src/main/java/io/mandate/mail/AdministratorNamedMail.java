package io.mandate.mail;

/** Tells a person that an administrator of the customer named them, too. */
public record AdministratorNamedMail(String customer, String by, String page) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.ADMINISTRATOR_NAMED;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("named.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("named.what", by, customer))
                .say(phrases.of("named.page"))
                .link(page)
                .footer(phrases.footer());
    }
}
