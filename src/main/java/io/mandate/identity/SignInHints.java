package io.mandate.identity;

import java.util.List;

/** Accounts that the sign-in page and the start page name, for trying Mandate out; none unless a bean of this type gives some. */
public interface SignInHints {

    /** In the order in which they are shown. */
    List<Hint> hints();

    /** Further places worth a visit, such as where the mails can be read. */
    default List<Place> places() {
        return List.of();
    }

    /**
     * One account to try.
     *
     * @param who what this person is, in a few English words
     */
    record Hint(String username, String password, String who) {}

    /**
     * A page of its own.
     *
     * @param path within Mandate, such as {@code /inbox}
     * @param what is to be found there, in a few English words
     */
    record Place(String path, String what) {}
}
