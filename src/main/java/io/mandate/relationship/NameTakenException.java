package io.mandate.relationship;

/** The partner already gave this name to another request. */
public class NameTakenException extends RuntimeException {

    NameTakenException(String name) {
        super("The name \"" + name + "\" is taken");
    }
}
