package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.attack.Endpoints.Endpoint;
import io.mandate.attack.Wire.Answer;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.StatementCount;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What another site has a browser send changes nothing, at any address. */
@ExposedTest
class ForgedRequestTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    /** But what a session keeps, and how often somebody asked. */
    private static final Pattern WRITES = Pattern.compile(
            "(?i)^(insert into|update|delete from|merge into) (?!spring_session|rate_taken|sign_in_try).*");

    @LocalServerPort int port;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;
    @Autowired StatementCount statements;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Lifecycle life;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
    }

    /** Addresses of forms: all that change something, but those for programs, which have passwords instead of cookies. */
    private List<Endpoint> forms() {
        List<Endpoint> forms = Endpoints.of(mappings).stream()
                .filter(Endpoint::changes)
                .filter(one -> !one.path().startsWith("/access/") && !one.path().startsWith("/services/") && !one.path().equals("/error")
                        // Called by identity providers, with a token that they sign.
                        && !one.path().endsWith("/ended"))
                .toList();
        assertThat(forms).hasSizeGreaterThan(30);
        return forms;
    }

    @Test
    void no_form_is_taken_without_a_token_or_with_that_of_another_session() {
        Stranger paula = signedIn(People.PAULA.address().value());
        Stranger olivia = signedIn(People.OLIVIA);
        String foreign = token(new Stranger(port).open("/sign-in"));
        statements.take();

        for (Endpoint form : forms()) {
            for (Stranger person : List.of(paula, olivia)) {
                for (Map<String, String> typed : List.of(Map.<String, String>of(), Map.of("_csrf", foreign), Map.of("_csrf", ""))) {
                    Answer answer = person.at(anywhere()).post(form.path(), typed);
                    boolean shownAgain = form.path().startsWith("/answer/") || answer.location().endsWith("?expired");
                    assertThat(answer.status()).as(form + " " + typed).isIn(shownAgain ? List.of(403, 404, 302) : List.of(403));
                }
            }
        }

        assertThat(statements.take().statements()).noneMatch(sql -> WRITES.matcher(sql).matches());
    }

    @Test
    void a_form_of_a_living_link_needs_the_token_of_this_browser() {
        String address = Lifecycle.newAddress();
        life.sent(People.PAULA, address, Lifecycle.MAIL);
        String page = "/answer/" + life.token(address);
        String foreign = token(new Stranger(port).open(page));
        Stranger browser = new Stranger(port);
        browser.open(page);
        statements.take();

        for (String form : List.of("/code", "/proof", "/approve", "/decline", "/reminders")) {
            Answer answer = browser.post(page + form, Map.of("_csrf", foreign, "address", address, "code", "000000"));
            assertThat(answer.status()).as(form).isIn(403, 302);
        }

        assertThat(statements.take().statements()).noneMatch(sql -> WRITES.matcher(sql).matches());
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403", "Sec-Fetch-Site, same-site, 403", "Origin, https://evil.example, 403",
        "Origin, https://mandate.example.evil.example, 403", "Sec-Fetch-Site, same-origin, 302", "Sec-Fetch-Site, none, 302",
        "Origin, https://mandate.example, 302", "Origin, null, 302",
    })
    void a_form_that_another_site_sends_is_refused_even_with_its_token(String header, String value, int status) {
        Stranger person = new Stranger(port);
        person.open("/sign-in");

        Answer answer = person.with(header, value).submit("/sign-in", "/sign-in",
                Map.of("username", People.CARL, "password", People.PASSWORD));

        assertThat(answer.status()).isEqualTo(status);
    }

    private Stranger signedIn(String name) {
        Stranger person = new Stranger(port);
        assertThat(person.canSignIn(name)).isTrue();
        return person;
    }

    private static String token(Answer page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static int number;

    private static String anywhere() {
        number++;
        return "192.0." + number / 250 + "." + (number % 250 + 1);
    }
}
