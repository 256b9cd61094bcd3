package io.mandate.mail;

/** The code by which the person who answers proves that they read mail at the customer's domain. */
public record CodeMail(String partner, String customer, String code, int minutes) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.CODE;
    }

    @Override
    public Letter write(Phrases phrases) {
        return Letter.about(phrases.of("code.subject", customer))
                .say(phrases.of("greeting"))
                .say(phrases.of("code.what", partner, customer))
                .code(code)
                .say(phrases.of("code.validity", minutes))
                .say(phrases.of("code.secret", partner))
                .say(phrases.of("code.ignore"))
                .footer(phrases.footer());
    }
}
