package io.mandate.evidence;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * What is signed from time to time: the ends of all chains that have grown, and the checkpoint before.
 *
 * @param number the first is 1
 * @param body canonical JSON: number, moment, hash of the checkpoint before, how many ends it covers, their digest, the key
 * @param hash SHA-256 of the body
 * @param signature over the body, in base64
 */
public record Checkpoint(long number, String body, String hash, String signature) {

    static Checkpoint of(long number, String previous, String at, int covered, String digest, SigningKey key) {
        String body = Canonical.json(Map.of("v", 1, "number", number, "at", at, "previous", previous, "covered", covered,
                "digest", digest, "key", key.id()));
        return new Checkpoint(number, body, Digests.of(body), Base64.getEncoder().encodeToString(key.sign(body)));
    }

    /** How an end of a chain stands in what a checkpoint's digest is taken of. */
    public static String line(UUID chain, int seq, String hash) {
        return chain + " " + seq + " " + hash + "\n";
    }

    /** As it is written to a file: one line of JSON, without its end. */
    String published() {
        return Canonical.json(Map.of("body", body, "hash", hash, "signature", signature));
    }

    /** Reads {@link #published}. Throws {@link IllegalArgumentException} where it is none. */
    public static Checkpoint read(String line) {
        Map<String, Object> all = Canonical.read(line);
        if (all.get("body") instanceof String body && all.get("hash") instanceof String hash
                && all.get("signature") instanceof String signature
                && Canonical.read(body).get("number") instanceof Number number) {
            return new Checkpoint(number.longValue(), body, hash, signature);
        }
        throw new IllegalArgumentException("no checkpoint");
    }
}
