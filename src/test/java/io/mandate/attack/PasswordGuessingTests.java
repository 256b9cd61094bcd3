package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.attack.Wire.Answer;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who tries many passwords gets nowhere, and stands in nobody's way. */
@ExposedTest
class PasswordGuessingTests {

    private static final String WORDS = "Somebody has tried several passwords";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    private String paula;

    @BeforeEach
    void somebody_with_an_account() {
        People.join(partners);
        paula = "paula-" + UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";
        accounts.add(Account.ofPartner("contoso", paula, "Paula", "{noop}" + People.PASSWORD, "en"));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void after_a_thousand_failures_by_others_paula_signs_in_where_she_is_known() {
        Stranger home = new Stranger(port);
        assertThat(home.canSignIn(paula)).isTrue();
        home.submit("/customers", "/sign-out", Map.of());

        attack(1000, paula);

        assertThat(home.canSignIn(paula)).isTrue();
        assertThat(new Stranger(port).signIn(paula, People.PASSWORD).status()).as("a browser that nobody knows").isEqualTo(429);
    }

    @Test
    void her_known_browser_is_slowed_down_by_its_own_failures_only() {
        Stranger home = new Stranger(port);
        assertThat(home.canSignIn(paula)).isTrue();
        home.submit("/customers", "/sign-out", Map.of());

        int answers = 0;
        for (int i = 0; i < 5; i++) {
            answers += home.signIn(paula, "wrong").status() == 302 ? 1 : 0;
        }

        assertThat(answers).isEqualTo(5);
        assertThat(home.signIn(paula, People.PASSWORD).status()).isEqualTo(429);
        assertThat(new Stranger(port).canSignIn(paula)).isTrue();
    }

    @Test
    void a_browser_is_known_for_one_account_and_its_cookie_cannot_be_made_up() {
        Stranger mallory = new Stranger(port);
        String own = "mallory-" + UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";
        accounts.add(Account.ofPartner("contoso", own, "Mallory", "{noop}" + People.PASSWORD, "en"));
        assertThat(mallory.canSignIn(own)).isTrue();
        mallory.submit("/customers", "/sign-out", Map.of());
        attack(10, paula);

        assertThat(mallory.signIn(paula, "guess").status()).isEqualTo(429);

        mallory.cookies().computeIfPresent("__Host-device", (name, value) -> value.replaceFirst("^.", "_"));
        assertThat(mallory.signIn(paula, "guess").status()).isEqualTo(429);
    }

    @Test
    void waiting_grows_with_each_failure_and_ends() {
        attack(5, paula);
        Stranger stranger = new Stranger(port);
        assertThat(stranger.signIn(paula, "wrong").first("Retry-After")).contains("30");

        ClockUtil.offset(Duration.ofSeconds(31).toMillis());
        assertThat(stranger.signIn(paula, "wrong").location()).isEqualTo("/sign-in?refused");
        assertThat(stranger.signIn(paula, "wrong").first("Retry-After").map(Integer::parseInt).orElse(0))
                .isBetween(55, 60);

        ClockUtil.offset(Duration.ofSeconds(100).toMillis());
        assertThat(stranger.canSignIn(paula)).isTrue();
    }

    @Test
    void the_answer_is_the_same_for_a_name_that_nobody_has() {
        String nobody = "nobody-" + UUID.randomUUID() + "@contoso.example";
        attack(6, paula);
        attack(6, nobody);

        Answer known = new Stranger(port).signIn(paula, "wrong");
        Answer unknown = new Stranger(port).signIn(nobody, "wrong");

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(429);
        assertThat(without(known.body(), paula)).isEqualTo(without(unknown.body(), nobody)).contains(WORDS);
    }

    @Test
    void the_page_keeps_the_name_asks_for_the_password_anew_and_gives_no_token() {
        attack(6, paula);

        Answer page = new Stranger(port).post("/sign-in", Map.of("username", paula, "password", "wrong"));
        Answer refused = new Stranger(port).signIn(paula, "a-wrong-password");

        assertThat(refused.body()).contains(paula, "type=\"password\"", "action=\"/sign-in\"").doesNotContain("a-wrong-password");
        assertThat(page.status()).as("without a token nothing is counted").isEqualTo(302);
    }

    private void attack(int times, String name) {
        Stranger attacker = new Stranger(port);
        attacker.signIn(name, "guess");
        for (int i = 1; i < times; i++) {
            // From everywhere, so that only the name is known.
            attacker.at("203.0." + i / 250 + "." + (i % 250 + 1)).sendAgain("/sign-in", Map.of("username", name, "password", "guess " + i));
        }
    }

    private static String without(String page, String name) {
        return page.replace(name, "…").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
