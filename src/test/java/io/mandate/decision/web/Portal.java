package io.mandate.decision.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.env.Environment;

/** A service's admin portal as Mandate sees it: an HTTP client with a service account. */
record Portal(String address, String name, String password) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Portal of(Environment environment) {
        return new Portal(
                "http://127.0.0.1:" + environment.getProperty("local.server.port"), "mail-portal", "mail-secret");
    }

    Portal as(String otherName, String otherPassword) {
        return new Portal(address, otherName, otherPassword);
    }

    HttpResponse<String> ask(String path, String json, String... headers) {
        return send(request(path).POST(BodyPublishers.ofString(json)), headers);
    }

    HttpResponse<String> ask(String path, BodyPublisher body, String... headers) {
        return send(request(path).POST(body), headers);
    }

    JsonNode answer(String path, String json) {
        return json(ask(path, json));
    }

    HttpRequest.Builder request(String path) {
        String account = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + path))
                .setHeader("Authorization", "Basic " + account).setHeader("Content-Type", "application/json");
    }

    static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException none) {
            throw new AssertionError("No JSON: " + response.body(), none);
        }
    }
}
