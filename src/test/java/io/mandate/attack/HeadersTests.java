package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.attack.Endpoints.Endpoint;
import io.mandate.attack.Wire.Answer;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every answer tells browsers what they may do with it, and nothing about what Mandate is made of. */
@ServiceTest
class HeadersTests {

    private static final List<String> ONCE = List.of("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options",
            "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy");
    private static final List<String> NEVER = List.of("Server", "X-Powered-By", "Access-Control-Allow-Origin");
    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";

    @LocalServerPort int port;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @BeforeEach
    void people(@Autowired Partners partners, @Autowired Accounts accounts) {
        People.join(partners, accounts);
    }

    @Test
    void every_page_has_them_whoever_opens_it() {
        List<Visitor> visitors = List.of(new Visitor(port), Visitor.signedIn(port, People.PAULA.address().value()),
                Visitor.signedIn(port, People.OLIVIA), Visitor.signedIn(port, People.SAM));
        List<Endpoint> pages = Endpoints.of(mappings).stream().filter(one -> one.method().equals("GET")).toList();

        assertThat(pages).hasSizeGreaterThan(40);
        for (Endpoint page : pages) {
            for (Visitor visitor : visitors) {
                HttpResponse<String> answer = visitor.open(page.path());
                assertThat(answer.statusCode()).as(page.path()).isLessThan(500);
                assertGuarded(page.path(), answer);
                assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).as(page.path()).startsWith(STRICT);
                if (!page.path().startsWith("/.well-known/")) {
                    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).as(page.path()).contains("no-store");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/default/, 200", "/camunda/app/cockpit/default/, 200", "/camunda/app/admin/default/, 200",
        "/camunda/app/welcome/default/, 200", "/camunda/api/engine/engine/, 200", "/camunda/lib/deps.js, 200",
        "/camunda/favicon.ico, 200", "/camunda/app/admin/default/setup/, 403", "/camunda/nothing, 404",
    })
    void so_has_every_answer_of_the_web_apps_with_one_policy_each(String path, int status) {
        HttpResponse<String> answer = Visitor.signedIn(port, People.OLIVIA).load(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertGuarded(path, answer);
        assertThat(answer.headers().firstValue("X-XSS-Protection").orElse("0")).isEqualTo("0");
    }

    @Test
    void the_page_with_diagrams_allows_their_own_few_styles_and_no_other_page_does() {
        Visitor olivia = Visitor.signedIn(port, People.OLIVIA);

        assertThat(olivia.open("/requests/" + Endpoints.NOBODYS).headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith(STRICT).contains("style-src-attr 'unsafe-hashes' 'sha256-");
        assertThat(olivia.open("/overview").headers().firstValue("Content-Security-Policy")).contains(STRICT);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', value = {
        "400 | GET //requests/new",
        "400 | GET /?q=%zz",
        "400 | GET /sign-in%00",
        "400 | GET /requests/%2e%2e/x",
        "401 | POST /access/v1/evaluations",
        "403 | POST /requests",
        "404 | GET /answer/a-token",
        "404 | GET /fonts/none.woff2",
        "405 | DELETE /access/v1/evaluation as a service",
        "400 | TRACE /",
        "413 | POST /sign-in +300000",
        "413 | POST /services/v1/removals +300000",
        "400 | BREW /",
    })
    void so_has_every_refusal_of_spring_and_of_the_web_server(int status, String call) {
        String line = call.replaceAll(" (\\+|as ).*", "");
        String authorization = call.contains(" as ") ? "Basic bWFpbC1zZXJ2aWNlOnNlY3JldA==" : "Basic none";
        int size = call.contains("+") ? Integer.parseInt(call.replaceAll(".*\\+", "")) : 0;
        for (String accept : new String[] {"text/html", "application/json"}) {
            Answer answer = Wire.send(port, line + " HTTP/1.1",
                    List.of("Host: mandate.example", "Accept: " + accept,
                    "Authorization: " + authorization, "Content-Type: application/x-www-form-urlencoded"), new byte[size]);
            assertThat(answer.status()).as(call).isEqualTo(status);
            assertSays(call, answer);
        }
    }

    @Test
    void so_has_the_refusal_of_an_unexpected_content_type() {
        Answer answer = Wire.send(port, "POST /services/v1/removals HTTP/1.1", List.of("Host: mandate.example", "Accept: text/html",
                "Authorization: Basic bWFpbC1zZXJ2aWNlOnNlY3JldA==", "Content-Type: text/plain"), "x".getBytes());

        assertThat(answer.status()).isEqualTo(415);
        assertSays("415", answer);
    }

    private static void assertSays(String call, Answer answer) {
        for (String header : ONCE) {
            assertThat(answer.all(header)).as(call + ": " + header).hasSize(1);
        }
        for (String header : NEVER) {
            assertThat(answer.all(header)).as(call + ": " + header).isEmpty();
        }
        assertThat(answer.body()).as(call).doesNotContain("Exception", "Tomcat", "Spring", "\tat ", "io.mandate", "org.");
    }

    private static void assertGuarded(String path, HttpResponse<String> answer) {
        List<String> wrong = new ArrayList<>();
        for (String header : ONCE) {
            if (answer.headers().allValues(header).size() != 1) {
                wrong.add(header + " " + answer.headers().allValues(header));
            }
        }
        NEVER.stream().filter(header -> answer.headers().firstValue(header).isPresent()).forEach(wrong::add);
        assertThat(wrong).as(path).isEmpty();
    }
}
