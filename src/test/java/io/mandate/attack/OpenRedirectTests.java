package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.attack.Wire.Answer;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No address of ours sends anybody to a place of an attacker's choosing, or writes a header for them. */
@ExposedTest
class OpenRedirectTests {

    private static final List<String> PARAMETERS = List.of("next", "return", "returnTo", "redirect", "redirect_uri", "continue",
            "url", "target", "to", "lang", "spring-security-redirect", "RelayState");

    @LocalServerPort int port;

    @BeforeEach
    void people(@Autowired Partners partners, @Autowired Accounts accounts) {
        People.join(partners, accounts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example", "javascript%3Aalert(1)",
        "en%0D%0ALocation%3A%20https%3A%2F%2Fevil.example", "en%0d%0aSet-Cookie%3A%20session%3D1"})
    void whatever_a_parameter_says(String value) {
        Stranger stranger = new Stranger(port);
        Stranger paula = new Stranger(port);
        for (String parameter : PARAMETERS) {
            String query = "?" + parameter + "=" + value;
            assertStays(stranger.open("/" + query));
            assertStays(stranger.open("/customers" + query));
            assertStays(stranger.open("/sign-in" + query));
            assertStays(stranger.open("/answer/a-token" + query));
            assertStays(stranger.open("/sign-in/link/a-token" + query));
        }
        paula.open("/customers?next=" + value);

        Answer signedIn = paula.submit("/sign-in?next=" + value, "/sign-in?next=" + value,
                Map.of("username", People.CARL, "password", People.PASSWORD, "next", "https://evil.example"));

        assertStays(signedIn);
        assertThat(signedIn.location()).startsWith("/customers?next=");
        assertStays(paula.open("/sign-in?next=" + value));
        assertStays(paula.submit("/customers", "/sign-out?next=" + value, Map.of("next", "https://evil.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "/%5Cevil.example", "///evil.example/%2e%2e", "/.evil.example", "/@evil.example",
        "/%09/evil.example", "/;@evil.example"})
    void whatever_the_page_that_was_asked_for_before_is_called(String path) {
        Stranger carl = new Stranger(port);
        assertStays(carl.open(path));

        Answer signedIn = carl.signIn(People.CARL, People.PASSWORD);

        assertStays(signedIn);
        assertThat(signedIn.location()).matches("/(?![/\\\\]).*");
    }

    @Test
    void whatever_is_typed_as_name_or_address() {
        Stranger stranger = new Stranger(port);
        for (String typed : List.of("a@b.example\r\nLocation: https://evil.example", "https://evil.example", "\u0000", "//evil.example")) {
            assertStays(stranger.submit("/sign-in", "/sign-in/link", Map.of("username", typed)));
            assertStays(stranger.signIn(typed, typed));
        }
    }

    private static void assertStays(Answer answer) {
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(answer.all("Location")).hasSizeLessThan(2);
        assertThat(answer.location()).matches("|/(?![/\\\\]).*|https://mandate\\.example/.*");
        assertThat(answer.all("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("session"));
        assertThat(answer.body()).doesNotContain("href=\"https://evil", "href=\"//evil", "href=\"javascript", "action=\"https://evil", "action=\"//evil");
    }
}
