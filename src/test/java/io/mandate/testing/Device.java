package io.mandate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A browser and its device with one passkey (Web Authentication Level 3, sections 6.1 and 6.5), honest unless it is told to lie: about
 * the origin, the site, its user, its counter.
 */
public final class Device {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_CREDENTIAL = 0x40;

    private final byte[] id = new byte[32];
    private final KeyPair keys;
    private String origin;
    private String site = "";
    private boolean verifies = true;
    private int counter;
    private String handle = "";

    /** A device in front of pages of this origin. */
    public Device(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From now on it is in front of another origin. */
    public Device at(String other) {
        this.origin = other;
        return this;
    }

    /** From now on it speaks for another site than it is asked by. */
    public Device forSite(String other) {
        this.site = other;
        return this;
    }

    /** From now on it takes anybody for its user, or does not. */
    public Device verifying(boolean really) {
        this.verifies = really;
        return this;
    }

    /** From now on it counts from there. */
    public Device counting(int from) {
        this.counter = from;
        return this;
    }

    /** From now on it says that its passkey is of that user. */
    public Device of(String other) {
        this.handle = other;
        return this;
    }

    /** The id of its passkey. */
    public String id() {
        return text(id);
    }

    /** The handle of the user whose passkey it has. */
    public String handle() {
        return handle;
    }

    /** Makes its passkey as it is asked to. */
    public String create(String options) {
        JsonNode asked = read(options);
        handle = asked.at("/user/id").asText();
        byte[] data = data(asked.at("/rp/id").asText(), WITH_CREDENTIAL, credential());
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", text(client("webauthn.create", asked)))
                .put("attestationObject", text(cbor(cbor -> {
                    cbor.writeStartObject(3);
                    cbor.writeStringField("fmt", "none");
                    cbor.writeFieldName("attStmt");
                    cbor.writeStartObject(0);
                    cbor.writeEndObject();
                    cbor.writeBinaryField("authData", data);
                    cbor.writeEndObject();
                })));
        response.putArray("transports").add("internal");
        return answer(response);
    }

    /** Uses its passkey as it is asked to. */
    public String get(String options) {
        JsonNode asked = read(options);
        byte[] client = client("webauthn.get", asked);
        byte[] data = data(asked.at("/rpId").asText(), 0, new byte[0]);
        return answer(JSON.createObjectNode()
                .put("clientDataJSON", text(client))
                .put("authenticatorData", text(data))
                .put("signature", text(signature(data, client)))
                .put("userHandle", handle));
    }

    private String answer(ObjectNode response) {
        ObjectNode answer = JSON.createObjectNode().put("id", id()).put("rawId", id()).put("type", "public-key")
                .put("authenticatorAttachment", "platform");
        answer.set("response", response);
        answer.putObject("clientExtensionResults");
        return answer.toString();
    }

    private byte[] client(String type, JsonNode asked) {
        return JSON.createObjectNode().put("type", type).put("challenge", asked.at("/challenge").asText()).put("origin", origin)
                .put("crossOrigin", false).toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String asking, int flags, byte[] credential) {
        byte[] hash = digest((site.isEmpty() ? asking : site).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(37 + credential.length).put(hash).put((byte) (PRESENT | (verifies ? VERIFIED : 0) | flags))
                .putInt(counter++).put(credential).array();
    }

    private byte[] credential() {
        byte[] key = cbor(cbor -> {
            ECPublicKey point = (ECPublicKey) keys.getPublic();
            cbor.writeStartObject(5);
            cbor.writeFieldId(1);
            cbor.writeNumber(2);
            cbor.writeFieldId(3);
            cbor.writeNumber(-7);
            cbor.writeFieldId(-1);
            cbor.writeNumber(1);
            cbor.writeFieldId(-2);
            cbor.writeBinary(coordinate(point.getW().getAffineX()));
            cbor.writeFieldId(-3);
            cbor.writeBinary(coordinate(point.getW().getAffineY()));
            cbor.writeEndObject();
        });
        return ByteBuffer.allocate(18 + id.length + key.length).put(new byte[16]).putShort((short) id.length).put(id).put(key).array();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] all = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
        return all;
    }

    private byte[] signature(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(digest(client));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Writing {
        void write(CBORGenerator cbor) throws IOException;
    }

    private static byte[] cbor(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator cbor = new CBORFactory().createGenerator(bytes)) {
            writing.write(cbor);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static JsonNode read(String options) {
        try {
            return JSON.readTree(options);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
