package io.mandate.identity;

import java.util.OptionalInt;

/**
 * What Spring Security keeps as the principal of a person, whichever way they signed in. Whoever has no such principal is
 * nobody here: anonymous, or a service. It lives in the session, so it is serialisable.
 */
public interface SignedInPerson {

    /** Who this is. */
    SignedIn signedIn();

    /**
     * The account's {@linkplain Account#version() version} at the sign-in: the session ends where it is another now, or
     * the account is gone. Empty for who has no account.
     */
    OptionalInt accountVersion();
}
