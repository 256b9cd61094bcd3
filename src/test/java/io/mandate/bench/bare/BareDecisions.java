package io.mandate.bench.bare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.bench.app.Secrets;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Decides whether a permission is held. */
record BareDecisions(JdbcClient jdbc, ObjectMapper json) {

    private static final String BEARER = "Bearer ";

    /** What is held, as the row has it. */
    private record Held(String holder, String roles, OffsetDateTime endsAt) {}

    /** Whoever asks. */
    ServerResponse open(ServerRequest request) throws Exception {
        return decide(request);
    }

    /** Who brings an access token, of which the hash is looked up. */
    ServerResponse known(ServerRequest request) throws Exception {
        String header = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        Optional<OffsetDateTime> end = header == null || !header.startsWith(BEARER) ? Optional.empty()
                : jdbc.sql("select expires_at from access_token where token_hash = ? and revoked_at is null")
                        .param(Secrets.hash(header.substring(BEARER.length()))).query(OffsetDateTime.class).optional();
        return end.filter(at -> at.isAfter(OffsetDateTime.now())).isPresent() ? decide(request) : ServerResponse.status(HttpStatus.UNAUTHORIZED).build();
    }

    private ServerResponse decide(ServerRequest request) throws IOException, jakarta.servlet.ServletException {
        JsonNode question = json.readTree(request.body(byte[].class));
        String partner = question.path("subject").path("id").asText();
        Optional<Held> held = jdbc.sql("select holder, roles, ends_at from permission where customer_id = ? and service = ?")
                .param(UUID.fromString(question.path("resource").path("properties").path("customer").asText()))
                .param(question.path("resource").path("id").asText())
                .query((row, number) -> new Held(row.getString("holder"), row.getString("roles"), row.getObject("ends_at", OffsetDateTime.class)))
                .optional();
        Map<String, Object> answer = held.filter(one -> partner.equals(one.holder()) && one.endsAt().isAfter(OffsetDateTime.now()))
                .map(one -> Map.<String, Object>of("decision", true,
                        "context", Map.of("valid_until", one.endsAt().toInstant().toString(), "roles", List.of(one.roles().split(",")))))
                .orElse(Map.of("decision", false));
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }
}
