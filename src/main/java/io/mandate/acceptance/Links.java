package io.mandate.acceptance;

import io.mandate.LinkProperties;
import io.mandate.MandateProperties;
import io.mandate.relationship.Request;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Personal links. A link's token is request id and link number with their HMAC-SHA-256, so it can be made at any time
 * from the record and the secret, and read out of neither alone.
 */
@Component
public class Links {

    private static final int PAYLOAD = 20;
    private static final int MAC = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final LinkProperties secrets;
    private final MandateProperties mandate;

    Links(LinkProperties secrets, MandateProperties mandate) {
        this.secrets = secrets;
        this.mandate = mandate;
    }

    /** What a genuine token stands for. */
    public record Link(UUID request, int number) {}

    /** The address under which the customer answers the request, by its live link. */
    public String answer(Request request) {
        return mandate.url("/answer/" + token(request.id(), request.linkNumber()));
    }

    /** The address under which the customer stops reminders for the request. */
    public String stopReminders(Request request) {
        return answer(request) + "/reminders";
    }

    /** The token of a request's link of that number. */
    String token(UUID request, int number) {
        byte[] payload = ByteBuffer.allocate(PAYLOAD)
                .putLong(request.getMostSignificantBits())
                .putLong(request.getLeastSignificantBits())
                .putInt(number)
                .array();
        return ENCODER.encodeToString(
                ByteBuffer.allocate(PAYLOAD + MAC).put(payload).put(secrets.macs(payload).get(0)).array());
    }

    /** What the token stands for, or empty where it is forged or damaged. Says nothing about whether it is still live. */
    Optional<Link> verify(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // The encoding has spare bits: only the one form that was made is accepted.
        if (bytes.length != PAYLOAD + MAC || !ENCODER.encodeToString(bytes).equals(token)) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOf(bytes, PAYLOAD);
        byte[] mac = Arrays.copyOfRange(bytes, PAYLOAD, PAYLOAD + MAC);
        if (secrets.macs(payload).stream().noneMatch(genuine -> MessageDigest.isEqual(mac, genuine))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        return Optional.of(new Link(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt()));
    }
}
