package io.mandate.mail;

/** The mail could not be sent now; sending again may help. The message holds nothing of the mail's text. */
public class MailFailedException extends RuntimeException {

    MailFailedException(String message) {
        super(message);
    }
}
