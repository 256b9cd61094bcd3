package io.mandate.passkey.web;

/** What was submitted has to be confirmed with a passkey first. */
class PasskeyNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    /**
     * @param refused whether a passkey was tried and did not do
     */
    PasskeyNeededException(boolean refused) {
        super("A passkey is needed for this");
        this.refused = refused;
    }

    boolean isRefused() {
        return refused;
    }
}
