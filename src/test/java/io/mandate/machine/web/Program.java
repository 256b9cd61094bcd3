package io.mandate.machine.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A service's program in front of the running Mandate. */
record Program(int port) {

    static final String EVALUATION = "/access/v1/evaluation";
    static final String REMOVALS = "/services/v1/removals";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Asks whether anybody may administer this service of a customer whom nobody knows. */
    HttpResponse<String> ask(String service, String... authorization) {
        return send(EVALUATION, "application/json", question(service), authorization);
    }

    static String question(String service) {
        return """
                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"}, "resource": {"type": "service",
                 "id": "%s", "properties": {"customer": "00000000-0000-0000-0000-000000000000"}}}""".formatted(service);
    }

    /** Reports the removal of a permission that nobody holds. */
    HttpResponse<String> report(String id, String... authorization) {
        return send(REMOVALS, "application/json", """
                {"id": "%s", "customer": "00000000-0000-0000-0000-000000000000", "service": "mail", "partner": "contoso", "kind": "removed"}"""
                .formatted(id), authorization);
    }

    HttpResponse<String> send(String path, String type, String body, String... authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type).POST(BodyPublishers.ofString(body));
        for (String header : authorization) {
            request.header("Authorization", header);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(), BodyHandlers.ofString());
    }

    /** The status line of the answer to what no well-behaved client sends. */
    String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return answer.substring(answer.indexOf(' ') + 1);
        }
    }
}
