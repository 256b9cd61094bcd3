package io.mandate.acceptance;

/** The person at this browser has not proven, or not recently, to belong to the customer. */
public class NotProvenException extends RuntimeException {

    NotProvenException() {
        super("A code is needed before answering");
    }
}
