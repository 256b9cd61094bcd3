package io.mandate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** What a service reports, sent to the running Mandate. */
public final class RemovalReport {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RemovalReport() {}

    /** Reports with the account of the mail service. */
    public static HttpResponse<String> send(int port, String json) {
        return send(port, "mail-service", "secret", json);
    }

    /** Reports with this account. */
    public static HttpResponse<String> send(int port, String name, String password, String json) {
        String account = Base64.getEncoder().encodeToString((name + ":" + password).getBytes());
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/services/v1/removals"))
                            .header("Authorization", "Basic " + account).header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json)).build(),
                    BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The report that a partner's permission was removed or reassigned, in JSON. */
    public static String json(Object id, Object customer, String service, String partner, String kind) {
        return "{\"id\":\"%s\",\"customer\":\"%s\",\"service\":\"%s\",\"partner\":\"%s\",\"kind\":\"%s\"}"
                .formatted(id, customer, service, partner, kind);
    }
}
