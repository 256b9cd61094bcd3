package io.mandate.machine;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of access tokens with a description, keys that can be replaced, and bad days. */
public final class TestIssuer implements AutoCloseable {

    public static final String AUDIENCE = "https://mandate.example";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey key = newKey();
    private volatile String description;
    private volatile int status = 200;

    private TestIssuer(HttpServer server) {
        this.server = server;
        this.description = description(name(), name() + "/keys");
        server.createContext("/realm/.well-known/openid-configuration", exchange -> answer(exchange, description));
        server.createContext("/realm/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    public static TestIssuer start() {
        try {
            return new TestIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        asked.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", name() + "/elsewhere");
        exchange.sendResponseHeaders(status, status == 200 ? bytes.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** What tokens call it. */
    public String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    /** From now on everything is answered with this status. */
    public void answerWith(int other) {
        status = other;
    }

    /** From now on it says this about itself. */
    public void describe(String issuer, String keys) {
        description = description(issuer, keys);
    }

    private static String description(String issuer, String keys) {
        return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, keys);
    }

    /** Signs with another key from now on, and publishes only that one. */
    public void rotate() {
        key = newKey();
    }

    /** The key that is published now. */
    public RSAKey key() {
        return key;
    }

    /** How often anybody asked it anything. */
    public int asked() {
        return asked.get();
    }

    /** An access token as RFC 9068 has it, with some claims of one's own; null leaves one out. */
    public String token(Map<String, Object> claims) {
        return signed(claims(claims), new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt")).keyID(key.getKeyID()).build(), key);
    }

    /** The claims of an access token. */
    public JWTClaimsSet claims(Map<String, Object> own) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(name()).audience(AUDIENCE).subject("4711")
                .claim("client_id", "mail-portal").claim("scope", "openid mandate.decisions mandate.removals")
                .jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300)));
        own.forEach(claims::claim);
        return claims.build();
    }

    public static String signed(JWTClaimsSet claims, JWSHeader header, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
