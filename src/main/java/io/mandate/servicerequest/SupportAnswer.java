package io.mandate.servicerequest;

/** What support does with a service request; the id is a value of the process variable {@code answer}. */
public enum SupportAnswer {
    SOLVED("solved"),
    ASKED_BACK("askedBack");

    private final String id;

    SupportAnswer(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
