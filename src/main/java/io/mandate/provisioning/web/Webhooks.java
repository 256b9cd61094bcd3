package io.mandate.provisioning.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.catalog.Catalog;
import io.mandate.provisioning.Provisioning;
import io.mandate.provisioning.ServiceNotice;
import io.mandate.provisioning.ServiceQuestion;
import io.mandate.provisioning.ServiceSilentException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Reaches services by webhook (Standard Webhooks), at the endpoint that the catalog names. */
@Component
class Webhooks implements Provisioning {

    private static final int MAX_ANSWER = 64 * 1024;
    private static final String READ = "permission.read";

    private final Catalog catalog;
    private final Signatures signatures;
    private final RestClient http;
    private final ObjectMapper json;
    private final Clock clock;

    Webhooks(Catalog catalog, Signatures signatures, WebhookClient client, ObjectMapper json, Clock clock) {
        this.catalog = catalog;
        this.signatures = signatures;
        this.http = client.rest();
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
        try {
            JsonNode roles = json.readTree(answer).path("roles");
            if (!roles.isArray()) {
                throw new ServiceSilentException(question.service(), "answered without a list of roles");
            }
            Set<String> found = new TreeSet<>();
            roles.forEach(role -> found.add(role.asText()));
            return found;
        } catch (JsonProcessingException notJson) {
            throw new ServiceSilentException(question.service(), "answered with something else than JSON");
        }
    }

    private String send(String service, String cloud, UUID event, String body) {
        URI endpoint = endpoint(service, cloud)
                .orElseThrow(() -> new ServiceSilentException(service, "has no endpoint in the cloud " + cloud));
        try {
            return http.post().uri(endpoint).contentType(MediaType.APPLICATION_JSON)
                    .headers(headers -> signatures.sign(headers, service, event.toString(), clock.instant(), body))
                    .body(body)
                    .exchange((request, response) -> answer(service, response));
        } catch (ResourceAccessException unreachable) {
            throw new ServiceSilentException(service, "cannot be reached: " + why(unreachable));
        }
    }

    private static String answer(String service, ClientHttpResponse response) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (!status.is2xxSuccessful()) {
            throw new ServiceSilentException(service, "answered with status " + status.value());
        }
        byte[] body = response.getBody().readNBytes(MAX_ANSWER + 1);
        if (body.length > MAX_ANSWER) {
            throw new ServiceSilentException(service, "answered with more than " + MAX_ANSWER + " bytes");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** In the network's words, which hold neither what was sent nor what was answered. */
    private static String why(ResourceAccessException unreachable) {
        Throwable cause = Optional.ofNullable(unreachable.getCause()).orElse(unreachable);
        return cause.getClass().getSimpleName().replace("Exception", "") + ", " + cause.getMessage();
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
