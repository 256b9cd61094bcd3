package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process owner issues an access token in a browser; a service asks with it whether a partner may act, until it is revoked. */
class AccessTokenIT extends Walk {

    @Autowired JdbcClient jdbc;

    @Test
    void a_service_asks_with_the_token_until_it_is_revoked() throws Exception {
        try (Person paula = person(); Person nancy = person(); Person olivia = person()) {
            // given
            granted(paula, nancy, "mail_reader");

            // when
            olivia.signIn("olivia@mandate.example");
            olivia.page().locator("nav a[href$='/tokens']").click();
            olivia.page().locator("main a[href$='/tokens/new']").click();
            olivia.page().locator("#name").fill("mail-service");
            olivia.page().locator("input[value=mail]").check();
            olivia.page().locator("input[value='mandate.decisions']").check();
            olivia.page().locator("main form button[type=submit]").click();
            String token = olivia.page().locator("#text").inputValue();
            olivia.look("access-token-issued");

            // then
            HttpResponse<String> answer = ask(token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"decision\":true");

            // and when
            olivia.visit("/tokens").look("access-tokens").page().locator("tbody tr a[href$=revoke]").first().click();
            olivia.page().locator("main form button[type=submit]").click();

            // then
            assertThat(olivia.reads()).contains("The access token of mail-service was revoked");
            assertThat(ask(token).statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> ask(String token) throws Exception {
        String id = jdbc.sql("select id from customer where identity = ?").param(domain).query(String.class).single();
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(mandate.url("/access/v1/evaluation")))
                        .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "mail-reader"}, "resource":
                                 {"type": "service", "id": "mail", "properties": {"customer": "%s"}}}""".formatted(id))).build(),
                BodyHandlers.ofString());
    }
}
