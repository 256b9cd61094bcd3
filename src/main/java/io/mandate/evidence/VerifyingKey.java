package io.mandate.evidence;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * A public Ed25519 key (RFC 8032).
 *
 * @param id the thumbprint of its JSON Web Key (RFC 7638, RFC 8037 appendix A.3)
 * @param bytes the 32 bytes of the key
 */
public record VerifyingKey(String id, byte[] bytes) {

    private static final int LENGTH = 32;

    /** The key in a PEM, or in the file that holds one. Throws {@link IllegalArgumentException} where it is none. */
    public static VerifyingKey ofPem(String given) {
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Pem.read("PUBLIC KEY", given)));
            return of((EdECPublicKey) key);
        } catch (GeneralSecurityException | ClassCastException other) {
            throw new IllegalArgumentException("no public key for Ed25519");
        }
    }

    /** The key with these 32 bytes. Throws {@link IllegalArgumentException} where they are not as many. */
    public static VerifyingKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("no public key for Ed25519");
        }
        String x = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        byte[] thumbprint = Digests.sha256().digest(
                Canonical.json(Map.of("crv", "Ed25519", "kty", "OKP", "x", x)).getBytes(StandardCharsets.UTF_8));
        return new VerifyingKey(Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint), bytes.clone());
    }

    static VerifyingKey of(EdECPublicKey key) {
        byte[] little = new byte[LENGTH];
        byte[] big = key.getPoint().getY().toByteArray();
        for (int i = 0; i < Math.min(LENGTH, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            little[LENGTH - 1] |= (byte) 0x80;
        }
        return of(little);
    }

    /** Whether this key's owner signed this text. */
    public boolean signed(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException damaged) {
            return false;
        }
    }

    /** As a JSON Web Key (RFC 8037 section 2). */
    public Map<String, Object> jwk() {
        return Map.of("kty", "OKP", "crv", "Ed25519", "use", "sig", "alg", "EdDSA", "kid", id,
                "x", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private PublicKey key() throws GeneralSecurityException {
        byte[] big = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            big[i] = bytes[LENGTH - 1 - i];
        }
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519").generatePublic(
                new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return id;
    }
}
