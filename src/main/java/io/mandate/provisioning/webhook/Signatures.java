package io.mandate.provisioning.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signs what services are sent, with every secret of the service (Standard Webhooks, "Signature scheme"). */
@Component
class Signatures {

    private static final String SETTING = "mandate.services.secrets.";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final Map<String, List<Webhook>> keys = new LinkedHashMap<>();

    /** Throws {@link IllegalArgumentException} naming the setting that is missing, cannot be read, or belongs to no service. */
    Signatures(Catalog catalog, WebhookProperties properties) {
        for (String named : properties.secrets().keySet()) {
            if (catalog.service(named).isEmpty()) {
                throw new IllegalArgumentException(SETTING + named + ": the catalog does not have this service");
            }
        }
        for (Service service : catalog.services()) {
            if (!service.endpoints().isEmpty()) {
                keys.put(service.id(), keys(service.id(), properties.secrets().getOrDefault(service.id(), List.of())));
            }
        }
    }

    /** The three headers of a message sent now. */
    Map<String, String> headers(String service, String id, Instant now, String body) {
        List<String> signatures = new ArrayList<>();
        for (Webhook key : keys.get(service)) {
            try {
                signatures.add(key.sign(id, now.getEpochSecond(), body));
            } catch (WebhookSigningException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return Map.of(
                Webhook.UNBRANDED_MSG_ID_KEY, id,
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, String.valueOf(now.getEpochSecond()),
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY, String.join(" ", signatures));
    }

    private static List<Webhook> keys(String service, List<String> secrets) {
        String setting = SETTING + service;
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException(setting + " is missing: the catalog names an endpoint of this service");
        }
        return secrets.stream().map(secret -> key(setting, secret)).toList();
    }

    /** The exception holds nothing of the secret. */
    private static Webhook key(String setting, String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret.strip().substring(Webhook.SECRET_PREFIX.length()));
            if (secret.strip().startsWith(Webhook.SECRET_PREFIX) && bytes.length >= SHORTEST && bytes.length <= LONGEST) {
                return new Webhook(bytes);
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException | EmptyWebhookSecretException unreadable) {
            // Told below, in the same words.
        }
        throw new IllegalArgumentException(setting + " must be whsec_ and base64 of 24 to 64 random bytes");
    }
}
