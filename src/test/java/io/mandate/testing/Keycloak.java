package io.mandate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A real Keycloak on this machine with the realm of the tests, in memory; the profile {@code keycloak} has unpacked it. */
public final class Keycloak implements AutoCloseable {

    private static final String ADMIN = "admin";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final String base;

    /** Starts it on that port, for a Mandate at that address, and waits until it answers. */
    public Keycloak(int port, String mandate) throws IOException {
        Path home = Path.of(System.getProperty("mandate.keycloak"));
        Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/mandate-realm.json")) {
            Files.writeString(home.resolve("data/import/mandate-realm.json"),
                    new String(realm.readAllBytes(), StandardCharsets.UTF_8).replace("@MANDATE@", mandate));
        }
        base = "http://localhost:" + port;
        log = home.resolve("keycloak.log");
        ProcessBuilder start = new ProcessBuilder("/bin/sh", home.resolve("bin/kc.sh").toString(), "start-dev", "--db=dev-mem",
                "--cache=local", "--http-host=127.0.0.1", "--http-port=" + port, "--import-realm").redirectErrorStream(true).redirectOutput(log.toFile());
        start.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN,
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m", "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
        process = start.start();
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(500)).until(this::answers);
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak did not start: " + Files.readString(log));
        }
        try {
            return send(HttpRequest.newBuilder(URI.create(base + "/realms/mandate/.well-known/openid-configuration"))).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The issuer of the tests' realm at a Keycloak on that port. */
    public static String issuer(int port) {
        return "http://localhost:" + port + "/realms/mandate";
    }

    /** Gives the user another role instead of one. */
    public void changeRole(String username, String from, String to) {
        String roles = "/users/" + id("/users?exact=true&username=" + username) + "/role-mappings/realm";
        admin("DELETE", roles, "[" + admin("GET", "/roles/" + from, "") + "]");
        admin("POST", roles, "[" + admin("GET", "/roles/" + to, "") + "]");
    }

    /** How many sessions the user has. */
    public int sessions(String username) {
        return json(admin("GET", "/users/" + id("/users?exact=true&username=" + username) + "/sessions", "")).size();
    }

    /** Signs the user out everywhere. */
    public void signOut(String username) {
        admin("POST", "/users/" + id("/users?exact=true&username=" + username) + "/logout", "{}");
    }

    private String id(String path) {
        return json(admin("GET", path, "")).get(0).get("id").asText();
    }

    private String admin(String method, String path, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + "/admin/realms/mandate" + path))
                .header("Authorization", "Bearer " + token()).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private String token() {
        String form = Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", ADMIN).entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return json(send(HttpRequest.newBuilder(URI.create(base + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))).body())
                .get("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
