package io.mandate.machine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.ServiceTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passwords, where they are taken for trying things out. */
@ServiceTest
class ServiceAccountTests {

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"mail-service, wrong", "nobody, secret", "paula@contoso.example, secret"})
    void others_than_the_service_accounts_are_asked_for_their_password(String name, String password) throws Exception {
        var answer = ask(name, password);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"Mandate\"", "Basic realm=\"Mandate\", charset=\"UTF-8\"");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void a_service_account_is_admitted_time_and_again_and_gets_no_session() throws Exception {
        var first = ask("mail-service", "secret");
        var second = ask("mail-service", "secret");

        assertThat(first.statusCode()).isNotIn(401, 403);
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> ask(String name, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/access/v1/evaluation"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
