package io.mandate.identity;

import java.util.List;

/** Accounts that the sign-in page names, for trying Mandate out; none unless a bean of this type gives some. */
public interface SignInHints {

    /** In the order in which they are shown. */
    List<Hint> hints();

    /**
     * One account to try.
     *
     * @param who what this person is, in a few English words
     */
    record Hint(String username, String password, String who) {}
}
