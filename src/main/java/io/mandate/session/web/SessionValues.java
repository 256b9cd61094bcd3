package io.mandate.session.web;

import io.mandate.LinkProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputFilter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.stereotype.Component;
import org.springframework.util.SerializationUtils;

/**
 * What a session keeps, as the database has it: serialised, and sealed by AES-GCM under a key out of the link secrets. Nobody who
 * has the database can read a value, or have one made into objects that was not sealed here; and if somebody could, only the
 * types of {@link SessionTypes} become objects. A value that cannot be read, such as one of another version, counts as not there.
 */
@Component
class SessionValues {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final Logger LOG = LoggerFactory.getLogger(SessionValues.class);

    private final SecureRandom random = new SecureRandom();
    private final List<SecretKeySpec> keys;

    SessionValues(LinkProperties secrets) {
        this.keys = secrets.macs("what sessions keep".getBytes(StandardCharsets.US_ASCII)).stream()
                .map(key -> new SecretKeySpec(key, "AES")).toList();
    }

    /**
     * For the database. Throws where a class is missing in {@link SessionTypes}, and where it is more than could be read again, so
     * that whoever keeps it hears of it at once.
     */
    byte[] write(Object value) {
        byte[] plain = SerializationUtils.serialize(value);
        try (var objects = objects(plain)) {
            objects.setObjectInputFilter(SessionTypes.ALLOWED);
            objects.readObject();
        } catch (IOException | ClassNotFoundException refused) {
            throw new IllegalArgumentException(
                    "A session cannot keep " + value.getClass().getName() + ": a type that is not listed, or too much", refused);
        }
        return seal(plain);
    }

    byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From the database; null, as Spring Session has it, for what cannot be read. */
    Object read(byte[] stored) {
        Optional<byte[]> plain = keys.stream().flatMap(key -> open(key, stored).stream()).findFirst();
        if (plain.isEmpty()) {
            LOG.warn("A value of a session in the database was not written by Mandate, or with another secret, and is left out");
            return null;
        }
        try (var objects = objects(plain.get())) {
            objects.setObjectInputFilter(SessionValues::judge);
            return objects.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unusable) {
            LOG.warn("A value of a session cannot be read, and is left out: {}", unusable.toString());
            return null;
        }
    }

    private static ConfigurableObjectInputStream objects(byte[] plain) throws IOException {
        return new ConfigurableObjectInputStream(new ByteArrayInputStream(plain), SessionValues.class.getClassLoader());
    }

    /** Says which class it was. */
    private static Status judge(ObjectInputFilter.FilterInfo found) {
        Status status = SessionTypes.ALLOWED.checkInput(found);
        if (status == Status.REJECTED) {
            LOG.warn("A session holds what is refused: {}", found.serialClass() == null ? "too much" : found.serialClass().getName());
        }
        return status;
    }

    private static Optional<byte[]> open(SecretKeySpec key, byte[] stored) {
        if (stored.length < NONCE + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(stored, NONCE);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(stored, NONCE, stored.length - NONCE));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
