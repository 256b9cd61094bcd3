package io.mandate.relationship;

/** What a request is for. */
public enum RequestKind {
    /** A first or further asking by invitation. */
    INVITATION("invitation"),
    /** Asking again for what was held and lost. */
    RESTORATION("restoration"),
    /** Asking for a further service under an existing relationship. */
    ADDITIONAL_SERVICE("additionalService"),
    /** Not asked: the customer moved a permission to this partner by themselves. It is approved from the beginning. */
    ASSIGNMENT("assignment");

    private final String id;

    RequestKind(String id) {
        this.id = id;
    }

    /** Whether a partner asks and a customer answers. */
    public boolean isAsked() {
        return this != ASSIGNMENT;
    }

    /** The name that decision tables use. */
    public String id() {
        return id;
    }
}
