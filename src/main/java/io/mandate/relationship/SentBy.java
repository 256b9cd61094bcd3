package io.mandate.relationship;

/** Who sends the invitation's mail. */
public enum SentBy {
    MANDATE("mandate"),
    PARTNER("partner");

    private final String id;

    SentBy(String id) {
        this.id = id;
    }

    /** The name that processes and forms use. */
    public String id() {
        return id;
    }
}
