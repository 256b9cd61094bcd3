package io.mandate.acceptance;

/** How the wait for a customer's answer can end. */
public enum Answer {
    APPROVED("approved"),
    DECLINED("declined"),
    EXPIRED("expired"),
    WITHDRAWN("withdrawn"),
    SEND_AGAIN("sendAgain"),
    /** The mail never arrived: it came back. */
    RETURNED("returned");

    private final String id;

    Answer(String id) {
        this.id = id;
    }

    /** The name that processes use. */
    public String id() {
        return id;
    }
}
