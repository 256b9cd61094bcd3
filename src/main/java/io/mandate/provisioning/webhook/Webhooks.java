package io.mandate.provisioning.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.catalog.Catalog;
import io.mandate.provisioning.Provisioning;
import io.mandate.provisioning.ServiceNotice;
import io.mandate.provisioning.ServiceQuestion;
import io.mandate.provisioning.ServiceSilentException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reaches services by webhook (Standard Webhooks), at the endpoint that the catalog names. */
@Component
class Webhooks implements Provisioning {

    private static final String READ = "permission.read";

    private final Catalog catalog;
    private final Signatures signatures;
    private final WebhookClient client;
    private final ObjectMapper json;
    private final Clock clock;

    Webhooks(Catalog catalog, Signatures signatures, WebhookClient client, ObjectMapper json, Clock clock) {
        this.catalog = catalog;
        this.signatures = signatures;
        this.client = client;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean reaches(String service, String cloud) {
        return endpoint(service, cloud).isPresent();
    }

    @Override
    public void tell(ServiceNotice notice) {
        Map<String, Object> data = data(notice.service(), notice.cloud(), notice.customer(), notice.partner());
        data.put("roles", notice.roles());
        notice.endsAt().ifPresent(end -> data.put("ends_at", end.toString()));
        if (!notice.reason().isEmpty()) {
            data.put("reason", notice.reason());
        }
        data.put("occurred_at", notice.occurredAt().toString());
        send(notice.service(), notice.cloud(), notice.eventId(), body(notice.type().id(), data));
    }

    @Override
    public Set<String> roles(ServiceQuestion question) {
        Map<String, Object> data = data(question.service(), question.cloud(), question.customer(), question.partner());
        String answer = send(question.service(), question.cloud(), UUID.randomUUID(), body(READ, data));
        return RolesAnswer.read(json, answer)
                .orElseThrow(() -> new ServiceSilentException(question.service(), RolesAnswer.EXPECTED));
    }

    private String send(String service, String cloud, UUID event, String body) {
        URI endpoint = endpoint(service, cloud)
                .orElseThrow(() -> new ServiceSilentException(service, "has no endpoint in the cloud " + cloud));
        try {
            WebhookClient.Answer answer =
                    client.post(endpoint, signatures.headers(service, event.toString(), clock.instant(), body), body);
            if (!answer.isSuccess()) {
                throw new ServiceSilentException(service, Refusals.of(answer.status()));
            }
            return answer.text();
        } catch (IOException failed) {
            throw new ServiceSilentException(service, Refusals.of(failed));
        }
    }

    private String body(String type, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", clock.instant().toString());
        body.put("data", data);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> data(String service, String cloud, UUID customer, String partner) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("service", service);
        data.put("cloud", cloud);
        data.put("customer", customer.toString());
        data.put("partner", partner);
        return data;
    }

    private Optional<URI> endpoint(String service, String cloud) {
        return catalog.service(service).flatMap(known -> known.endpoint(cloud));
    }
}
