package io.mandate.relationship;

/** What stands in the record where a person's data was erased. */
public final class Erased {

    /** In place of a name, or of words that a person wrote. Where nothing stood, nothing stands. */
    public static final String WORDS = "*";

    /** In place of an address; no mail ever reaches it (RFC 2606 section 2). */
    public static final EmailAddress ADDRESS = EmailAddress.of("erased@erased.invalid");

    private Erased() {}
}
