package io.mandate.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses in a spelling that leads nowhere: refused, to people by a page and to programs by problem details. */
@ServiceTest
class AddressFilterTests {

    @LocalServerPort int port;

    @BeforeEach
    void people(@Autowired Partners partners, @Autowired Accounts accounts) {
        People.join(partners, accounts);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "//", "//requests/new", "/requests//draft", "/answer//", "/requests/;x/draft", "/camunda//app/tasklist/default/",
        "//camunda/api/engine/x", "/camunda/api//engine/x", "/camunda/./api/engine/x", "/camunda/app/../api/engine/x",
        "/camunda;x/api/engine/x", "/camunda/api/engine;x/x", "/%63amunda/api/engine/x", "/camunda/api/%65ngine/x",
    })
    void another_spelling_gets_a_page_that_says_so_whoever_asks(String path) {
        isRefused(new Visitor(port).open(path));
        isRefused(Visitor.signedIn(port, People.OLIVIA).open(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//access/v1/evaluation", "/access//v1/evaluation", "/camunda//api/engine/x"})
    void a_program_gets_problem_details(String path) {
        HttpResponse<String> answer = new Visitor(port).load(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":400");
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This could not be understood").doesNotContain("Exception");
    }
}
