package io.mandate.mail;

/** The recipient's address is none, or the mail server refused it for good; sending again would not help. */
public class AddressRefusedException extends RuntimeException {

    AddressRefusedException(String message) {
        super(message);
    }
}
