package io.mandate.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.testing.RemovalReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The mail service, as it asks Mandate and reports to it. */
final class ServiceSide {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "Basic " + Base64.getEncoder().encodeToString(
            ("mail-service:" + Installation.DECISION_PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(3)).build();
    private final Installation installation;
    private final Answers answers;
    private final Random chance;

    ServiceSide(Installation installation, Answers answers, Random chance) {
        this.installation = installation;
        this.answers = answers;
        this.chance = chance;
    }

    /** Whether the partner may administer it for the customer; empty where there was no decision. */
    Optional<Boolean> decides(String partner, String customer) {
        try {
            HttpResponse<String> answer = post("decision", "/access/v1/evaluation", """
                    {"subject": {"type": "partner", "id": "%s"}, "action": {"name": "administer"},
                     "resource": {"type": "service", "id": "mail", "properties": {"customer": "%s"}}}""".formatted(partner, customer));
            JsonNode decision = answer.statusCode() == 200 ? JSON.readTree(answer.body()).get("decision") : null;
            return Optional.ofNullable(decision).map(JsonNode::booleanValue);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Takes the permission away in its own portal, and reports it until that is taken. */
    Outcome remove(Case of, String partner, String customer) throws UnansweredException {
        installation.service.set(customer, partner, Set.of());
        try {
            HttpResponse<String> answer = post("report", "/services/v1/removals",
                    RemovalReport.json(of.domain, customer, "mail", partner, "removed"));
            boolean accepted = answer.statusCode() == 200;
            Told told = accepted ? Told.ACCEPTED : answer.statusCode() >= 500 ? Told.UNKNOWN : Told.REFUSED;
            of.note(installation.now(), "service reports a removal", told, answer.statusCode() + " " + answer.body());
            of.passed(Case.NOBODY, told);
            return accepted ? Outcome.DONE : Outcome.NOT_YET;
        } catch (IOException broken) {
            of.note(installation.now(), "service reports a removal", Told.UNKNOWN, broken.getClass().getSimpleName());
            of.passed(Case.NOBODY, Told.UNKNOWN);
            throw new UnansweredException("report");
        }
    }

    private HttpResponse<String> post(String what, String path, String json) throws IOException {
        long begun = System.currentTimeMillis();
        Node node = installation.nodes().get(chance.nextInt(installation.nodes().size()));
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                    .timeout(Duration.ofSeconds(40)).header("Authorization", ACCOUNT).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
            answers.add(what, String.valueOf(answer.statusCode()), System.currentTimeMillis() - begun);
            return answer;
        } catch (IOException none) {
            answers.add(what, "none", System.currentTimeMillis() - begun);
            throw none;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
