package io.mandate.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How an access token of ours is written: a beginning by which scanners find one that leaked, 256 random bits, and a checksum
 * by which one that was cut off or mistyped is known without asking the database. All of it is one word to a double click.
 */
public final class TokenText {

    public static final String PREFIX = "mdt_";

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{72}");

    private TokenText() {}

    /** The one that is made of these 256 bits, which nobody else can know. */
    static String of(byte[] bits) {
        String random = HexFormat.of().formatHex(bits);
        return PREFIX + random + checksum(random);
    }

    /** Whether this can be one that was made here. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches()
                && text.endsWith(checksum(text.substring(PREFIX.length(), PREFIX.length() + 2 * BYTES)));
    }

    /** All that is stored of it: SHA-256 in hexadecimal. */
    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String checksum(String random) {
        CRC32 sum = new CRC32();
        sum.update(random.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
