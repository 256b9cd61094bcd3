package io.mandate.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** The key that signs evidence. */
final class SigningKey {

    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    /** The key in a PEM, or in the file that holds one. Throws {@link IllegalArgumentException} where it is none. */
    static SigningKey ofPem(String given) {
        try {
            PrivateKey read = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Pem.read("PRIVATE KEY", given)));
            byte[] seed = ((EdECPrivateKey) read).getBytes().orElseThrow(() -> new IllegalArgumentException("the key cannot be read"));
            SigningKey key = new SigningKey(read, VerifyingKey.of(publicKey(seed)));
            if (!key.verifying.signed("", key.sign(""))) {
                throw new IllegalStateException("This runtime makes other public keys than it verifies with");
            }
            return key;
        } catch (GeneralSecurityException | ClassCastException other) {
            throw new IllegalArgumentException("no private key for Ed25519 in PKCS#8");
        }
    }

    /** The public key is made of the private key's seed, which is all that PKCS#8 holds: the JDK makes one where it makes pairs. */
    private static EdECPublicKey publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
        pairs.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, seed.length);
            }
        });
        return (EdECPublicKey) pairs.generateKeyPair().getPublic();
    }

    byte[] sign(String text) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return signing.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    VerifyingKey verifying() {
        return verifying;
    }

    String id() {
        return verifying.id();
    }

    @Override
    public String toString() {
        return verifying.id();
    }
}
