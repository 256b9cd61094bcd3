package io.mandate;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets behind whatever Mandate gives away and has to know again, and behind keyed hashes of who asked how often.
 *
 * @param secrets list of the secrets behind personal links, Message-IDs, sessions, tokens of forms, browsers that are known, texts
 *     of access tokens, and keys of limits; the first makes them, all verify what was given away, so that one can be replaced while
 *     links made with it are still out; limits count anew once the first changes
 */
@Validated
@ConfigurationProperties("mandate.link")
public record LinkProperties(@NotEmpty List<String> secrets) {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST = 32;

    // A constraint on the secrets themselves would print them when it fails.
    @AssertTrue(message = "mandate.link.secrets: each must have at least 32 characters")
    boolean isEachLongEnough() {
        return secrets == null || secrets.stream().allMatch(secret -> secret != null && secret.length() >= SHORTEST);
    }

    /** The HMAC-SHA-256 of these bytes under each secret, in their order. What it is for must be told by the bytes. */
    public List<byte[]> macs(byte[] bytes) {
        return secrets.stream().map(secret -> mac(secret, bytes)).toList();
    }

    /** A keyed hash of this text for this purpose, to find a row again: 64 hexadecimal digits, others once the first secret changes. */
    public String hash(String purpose, String text) {
        return HexFormat.of().formatHex(mac(secrets.get(0), said(purpose, text)));
    }

    /** Proofs that this text was said here for this purpose, under each secret, in their order; the first is to be given away. */
    public List<String> proofs(String purpose, String text) {
        return macs(said(purpose, text)).stream()
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString).toList();
    }

    /** Whether it is one of the proofs of this text for this purpose. */
    public boolean proves(String proof, String purpose, String text) {
        byte[] presented = proof.getBytes(StandardCharsets.UTF_8);
        return proofs(purpose, text).stream().anyMatch(one -> MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), presented));
    }

    private static byte[] said(String purpose, String text) {
        return (purpose + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(String secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public String toString() {
        return "LinkProperties[secrets withheld]";
    }
}
