package io.mandate.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An identity provider of many issuers, each a path of its own, whose people are whoever a test says. It insists on what a real one
 * insists on: the client's secret, the address to lead back to, and PKCE. What it says can be made wrong.
 */
public final class FakeProvider {

    public static final String CLIENT = "mandate";
    public static final String SECRET = "a-secret-of-this-client";

    private static final FakeProvider ONE = new FakeProvider();

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    private FakeProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException broken) {
            throw new IllegalStateException(broken);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** What a code stands for. */
    private record Code(Map<String, String> asked, IdToken token) {}

    /** The one of all tests, started. */
    public static FakeProvider started() {
        return ONE;
    }

    /** An issuer of this name. */
    public String issuer(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** A token that is right for a sign-in that was begun; the test may make it wrong. */
    public IdToken token(String authorization, String subject) {
        Map<String, String> asked = asked(authorization);
        return new IdToken(key)
                .with("iss", authorization.replaceFirst("/authorize\\?.*", ""))
                .with("aud", asked.get("client_id"))
                .with("sub", subject)
                .with("nonce", asked.get("nonce"));
    }

    /** A token by which an issuer tells that it signed somebody out; the test may make it wrong. */
    public IdToken signedOut(String issuer, String subject) {
        return new IdToken(key).with("iss", issuer(issuer)).with("aud", CLIENT).with("sub", subject)
                .with("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    /** The person signs in where they were led, and is led back with this token waiting; gives the address back, as path and query. */
    public String signIn(String authorization, IdToken token) {
        String code = UUID.randomUUID().toString();
        Map<String, String> asked = asked(authorization);
        codes.put(code, new Code(asked, token));
        return back(asked, "code", code);
    }

    /** The person does not sign in. */
    public String refuse(String authorization, String error) {
        return back(asked(authorization), "error", error);
    }

    /** What a sign-in that was begun asks for. */
    public static Map<String, String> asked(String authorization) {
        Map<String, String> asked = new HashMap<>(
                UriComponentsBuilder.fromUriString(authorization).build().getQueryParams().toSingleValueMap());
        asked.replaceAll((name, value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
        return asked;
    }

    private static String back(Map<String, String> asked, String name, String value) {
        return URI.create(asked.get("redirect_uri")).getPath() + "?" + name + "=" + value + "&state="
                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String issuer = issuer(path.split("/")[1]);
        if (path.endsWith("/.well-known/openid-configuration")) {
            send(exchange, 200, """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/end", "response_types_supported": ["code"],
                     "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"],
                     "token_endpoint_auth_methods_supported": ["client_secret_basic"]}
                    """.formatted(issuer));
        } else if (path.endsWith("/keys")) {
            send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else if (path.endsWith("/token")) {
            token(exchange);
        } else {
            send(exchange, 404, "{}");
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> given = asked("http://x/?" + body);
        Code code = codes.remove(String.valueOf(given.get("code")));
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (code == null || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !code.asked().get("redirect_uri").equals(given.get("redirect_uri"))
                || !code.asked().get("code_challenge").equals(challenge(given.get("code_verifier")))) {
            send(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            send(exchange, 200, "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \"%s\"}"
                    .formatted(UUID.randomUUID(), code.token().written()));
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
