package io.mandate.request;

import io.mandate.mail.MailtoLink;

/**
 * The request as the partner sends it with their own mail program.
 *
 * @param text with the live link in it: shown, and stored nowhere
 * @param mailto opens it in the mail program, shortened where the text is too long for that
 */
public record OwnMail(String to, String subject, String text, MailtoLink mailto) {

    @Override
    public String toString() {
        return "OwnMail[link withheld]";
    }
}
