package io.mandate.relationship;

/** Nobody would be left to speak for the customer; nothing was changed. */
public class LastAdministratorException extends RuntimeException {

    LastAdministratorException() {
        super("The last administrator of a customer cannot be removed");
    }
}
