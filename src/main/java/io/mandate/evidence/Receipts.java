package io.mandate.evidence;

import io.mandate.MandateProperties;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes receipts: an entry with what its reader may know, signed, as a JSON Web Signature (RFC 7515 section 7.2.2, RFC 8037). It can
 * be verified without Mandate, and stays right when Mandate has erased what it knew.
 */
@Component
public class Receipts {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final MandateProperties mandate;
    private final EvidenceKeys keys;
    private final Checkpoints checkpoints;
    private final Clock clock;

    Receipts(MandateProperties mandate, EvidenceKeys keys, Checkpoints checkpoints, Clock clock) {
        this.mandate = mandate;
        this.keys = keys;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** The first checkpoint that covers it, or empty before there is one. */
    public Optional<Checkpoint> checkpoint(Written one) {
        return checkpoints.covering(one.entry().chain(), one.entry().seq());
    }

    /** The receipt as it is downloaded. */
    public String of(Written one, Reader reader) {
        SigningKey key = keys.signing();
        String header = encoded(Canonical.json(Map.of("alg", "EdDSA", "kid", key.id(), "typ", "mandate-receipt+json")));
        String payload = encoded(Canonical.json(payload(one, reader)));
        String signature = BASE64.encodeToString(key.sign(header + "." + payload));
        return Canonical.json(Map.of("protected", header, "payload", payload, "signature", signature));
    }

    private Map<String, Object> payload(Written one, Reader reader) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("v", 1);
        payload.put("issuer", mandate.baseUrl().toString());
        payload.put("issued", Entry.moment(clock.instant()));
        payload.put("for", reader.name());
        payload.put("entry", Map.of("body", one.entry().body(), "hash", one.entry().hash()));
        Map<String, Object> parts = new LinkedHashMap<>();
        one.parts().forEach((name, part) -> parts.put(name, Map.of("salt", part.salt(), "value", part.value())));
        payload.put("parts", parts);
        checkpoint(one).ifPresent(checkpoint -> payload.put("checkpoint", Map.of("number", checkpoint.number(), "hash", checkpoint.hash())));
        return payload;
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
