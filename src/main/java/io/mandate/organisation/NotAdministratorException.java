package io.mandate.organisation;

/** The person who is signed in speaks for no customer any more. */
public class NotAdministratorException extends RuntimeException {

    NotAdministratorException() {
        super("No administrator of any customer");
    }
}
