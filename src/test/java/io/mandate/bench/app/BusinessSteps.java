package io.mandate.bench.app;

import java.util.Map;

/** What people do from a request to its grant, as each application under test offers it. */
public interface BusinessSteps {

    /**
     * A partner's person asks a customer for one service; gives the id of the draft.
     *
     * @param staff the person's address
     * @param address the customer's
     */
    String ask(String staff, String address);

    /** The person sends the draft as it stands: a mail with a link is due. */
    void review(String id, String staff);

    /** The customer asks for a code to be mailed. */
    void sendCode(String token, String browser, String address);

    /** The customer enters it. */
    void enter(String token, String browser, String code);

    /** The customer approves everything: the permission and mails to both sides are due. */
    void approve(String token, String browser);

    /** When, in microseconds of the wall clock, the permission of each customer's address was committed; forgets them. */
    Map<String, Long> committed();

    /** It is too early: what is needed is not committed yet. Asked again in a moment, it may work. */
    class NotYetException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NotYetException() {
            super("not yet", null, false, false);
        }
    }
}
