package io.mandate;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets behind personal links and Message-IDs.
 *
 * @param secrets list of the secrets behind personal links and Message-IDs; the first makes links, all verify them, so that one can be replaced
 *     while links made with it are still out
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
