package io.mandate.provisioning.web;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Signs what services are sent, with every secret of the service (Standard Webhooks, "Signature scheme"). */
@Component
class Signatures {

    private final Map<String, List<Webhook>> keys = new LinkedHashMap<>();

    /** Throws {@link IllegalArgumentException} naming the setting that is missing or cannot be read. */
    Signatures(Catalog catalog, WebhookProperties properties) {
        for (Service service : catalog.services()) {
            if (!service.endpoints().isEmpty()) {
                keys.put(service.id(), keys(service.id(), properties.secrets().getOrDefault(service.id(), List.of())));
            }
        }
    }

    /** Adds the three headers of a message sent now. */
    void sign(HttpHeaders headers, String service, String id, Instant now, String body) {
        List<String> signatures = new ArrayList<>();
        for (Webhook key : keys.get(service)) {
            try {
                signatures.add(key.sign(id, now.getEpochSecond(), body));
            } catch (WebhookSigningException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        headers.set("webhook-id", id);
        headers.set("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.set("webhook-signature", String.join(" ", signatures));
    }

    private static List<Webhook> keys(String service, List<String> secrets) {
        String setting = "mandate.services.secrets." + service;
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException(setting + " is missing: the catalog names an endpoint of this service");
        }
        List<Webhook> keys = new ArrayList<>();
        for (String secret : secrets) {
            try {
                keys.add(new Webhook(secret));
            } catch (Exception unreadable) {
                throw new IllegalArgumentException(setting + " holds something else than whsec_ and base64");
            }
        }
        return keys;
    }
}
