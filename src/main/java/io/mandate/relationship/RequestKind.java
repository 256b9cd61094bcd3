package io.mandate.relationship;

/** What a request is for. */
public enum RequestKind {
    /** A first or further asking by invitation. */
    INVITATION("invitation"),
    /** Asking again for what was held and lost. */
    RESTORATION("restoration"),
    /** Asking for a further service under an existing relationship. */
    ADDITIONAL_SERVICE("additionalService");

    private final String id;

    RequestKind(String id) {
        this.id = id;
    }

    /** The name that decision tables use. */
    public String id() {
        return id;
    }
}
