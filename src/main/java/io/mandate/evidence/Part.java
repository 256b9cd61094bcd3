package io.mandate.evidence;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Something about persons that belongs to an entry. The entry has its digest only; with 128 bits of salt, which are erased
 * with it, nobody can try out afterwards what it was.
 *
 * @param salt in hexadecimal digits
 * @param value the words themselves; empty where they stand elsewhere, as what was shown does
 */
public record Part(String salt, String value) {

    /** Name of the person, and what else both sides may read of them; a JSON object. */
    public static final String PERSON = "person";

    /** The account of the person; a JSON object for their own side. */
    public static final String ACCOUNT = "account";

    /** What was shown, in its words, which the consent stores. */
    public static final String SHOWN = "shown";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    static Part of(String value) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Part(HexFormat.of().formatHex(salt), value);
    }

    /** What an entry has of it. */
    public String digest() {
        return Digests.of(salt + "." + value);
    }

    Part withoutValue() {
        return new Part(salt, "");
    }

    /** The same with the words that stand elsewhere. */
    public Part with(String words) {
        return new Part(salt, words);
    }
}
