package io.mandate.machine.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks a password slowly once and quickly ever after: services send theirs with every question. What is remembered is
 * a keyed digest of the password that was right, under a key that lives as long as this process.
 */
class RememberingPasswordEncoder implements PasswordEncoder {

    private static final String DIGEST = "HmacSHA256";

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final Map<String, byte[]> rightOnes = new ConcurrentHashMap<>();

    RememberingPasswordEncoder(PasswordEncoder slow) {
        this.slow = slow;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, DIGEST);
    }

    @Override
    public String encode(CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        byte[] digest = digest(password);
        byte[] known = rightOnes.get(hash);
        if (known != null && MessageDigest.isEqual(known, digest)) {
            return true;
        }
        boolean right = slow.matches(password, hash);
        if (right) {
            rightOnes.put(hash, digest);
        }
        return right;
    }

    private byte[] digest(CharSequence password) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(DIGEST + " is part of every Java platform", impossible);
        }
    }
}
