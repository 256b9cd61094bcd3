package io.mandate.identity;

/** How a person who is signed in proved who they are. */
public enum SignInMethod {
    /** The password of an account of Mandate. */
    PASSWORD,
    /** A link that was mailed to the person's address. */
    LINK,
    /** The organisation's own sign-in: an identity provider vouches for the person. */
    PROVIDER,
    /** A passkey that the person has registered with an account of Mandate. */
    PASSKEY
}
