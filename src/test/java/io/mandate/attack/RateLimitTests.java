package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.attack.Wire.Answer;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever asks too often is told to wait, and others are not. */
@ExposedTest
class RateLimitTests {

    private static final String QUESTION = """
            {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "mail-reader"},
             "resource": {"type": "service", "id": "mail", "properties": {"customer": "00000000-0000-0000-0000-000000000000"}}}
            """;

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Lifecycle life;

    private Stranger stranger;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        stranger = new Stranger(port);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void attempts_to_sign_in() {
        Answer refused = until429(12, () -> stranger.post("/sign-in", Map.of("username", "a", "password", "b")));

        assertThat(refused.first("RateLimit-Policy")).contains("\"sign-in\";q=12;w=300");
        assertThat(refused.first("RateLimit").orElse("")).startsWith("\"sign-in\";r=0;t=");
        assertThat(Integer.parseInt(refused.first("Retry-After").orElse(""))).isBetween(1, 25);
        assertThat(new Stranger(port).canSignIn(People.CARL)).as("others").isTrue();
    }

    @Test
    void asking_for_mails() {
        String address = Lifecycle.newAddress();

        Answer refused = until429(6, () -> stranger.submit("/sign-in", "/sign-in/link", Map.of("username", address)));

        assertThat(refused.first("RateLimit-Policy")).contains("\"mails\";q=6;w=600");
        assertThat(refused.body()).contains("This came too often", "name=\"username\" value=\"" + address + "\"", "Send again");
    }

    @Test
    void asking_for_codes_and_trying_them_keeps_the_answer_that_was_typed() {
        String page = page();
        Map<String, String> typed = Map.of("code", "000000", "name", "Ada & \"Co\"", "agreementVersion", "2026-10");

        Answer refused = until429(6, () -> stranger.submit(page, page + "/proof", typed));

        assertThat(refused.body()).contains("value=\"Ada &amp; &quot;Co&quot;\"", "action=\"" + page + "/proof\"");
    }

    @Test
    void opening_links() {
        String page = page();

        Answer refused = until429(30, () -> stranger.open(page + "?lang=de"));

        assertThat(refused.body()).contains("href=\"" + page + "?lang=de\"");
        assertThat(refused.first("Cache-Control").orElse("")).contains("no-store");
    }

    /** A token has 256 bits: guessing leads nowhere, and an office is not locked out by one machine in it that tries. */
    @Test
    void links_that_nobody_sent_count_as_any_other() {
        for (int i = 0; i < 20; i++) {
            assertThat(stranger.open("/answer/made-up-" + i).status()).isEqualTo(404);
        }

        assertThat(stranger.open(page()).status()).as("a link that was sent, from there").isEqualTo(200);
    }

    @Test
    void everything() {
        Answer refused = until429(400, () -> stranger.open("/favicon.svg"));

        assertThat(refused.first("RateLimit-Policy")).contains("\"everything\";q=400;w=60");
        assertThat(refused.first("Content-Security-Policy")).isPresent();
    }

    @Test
    void decisions_of_one_account_which_learns_how_many_are_left() {
        Answer first = ask("mail-service:secret");
        Answer refused = until429(19, () -> ask("mail-service:secret"));

        assertThat(first.first("RateLimit-Policy")).contains("\"decisions\";q=20;w=60");
        assertThat(first.first("RateLimit").orElse("")).startsWith("\"decisions\";r=19;t=");
        assertThat(refused.first("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("\"status\":429");
        assertThat(refused.first("Retry-After")).isPresent();

        ClockUtil.offset(Duration.ofMinutes(1).toMillis());
        assertThat(ask("mail-service:secret").status()).isNotEqualTo(429);
    }

    @Test
    void calls_with_wrong_passwords_but_not_those_with_the_right_one() {
        Answer refused = until429(5, () -> ask("mail-service:wrong"));

        assertThat(refused.first("RateLimit-Policy")).contains("\"strangers\";q=5;w=60");
    }

    @Test
    void a_network_of_ipv6_is_one_client() {
        for (int i = 0; i < 12; i++) {
            stranger.at("2001:db8:1:2::" + i).post("/sign-in", Map.of());
        }

        assertThat(stranger.at("2001:db8:1:2:ffff::1").post("/sign-in", Map.of()).status()).isEqualTo(429);
        assertThat(stranger.at("2001:db8:1:3::1").post("/sign-in", Map.of()).status()).isNotEqualTo(429);
    }

    @Test
    void a_client_that_says_it_is_many_is_one() {
        stranger.at("203.0.113.77");
        for (int i = 0; i < 12; i++) {
            stranger.at("192.0.2." + i + ", 203.0.113.77").post("/sign-in", Map.of());
        }

        assertThat(stranger.at("203.0.113.77").post("/sign-in", Map.of()).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"es, Demasiadas peticiones", "de, Das kam zu oft"})
    void it_is_said_in_the_language_of_the_reader(String language, String words) {
        stranger.with("Accept-Language", language);

        assertThat(until429(12, () -> stranger.post("/sign-in", Map.of())).body()).contains(words);
    }

    private String page() {
        String address = Lifecycle.newAddress();
        life.sent(People.PAULA, address, Lifecycle.MAIL);
        return "/answer/" + life.token(address);
    }

    private Answer ask(String account) {
        return stranger.with("Accept", "*/*").postJson("/access/v1/evaluation",
                "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)), QUESTION);
    }

    /** So many are answered, the next is not. What trickles in meanwhile may let a few more pass. */
    private static Answer until429(int allowed, Supplier<Answer> asking) {
        for (int i = 0; i < allowed; i++) {
            assertThat(asking.get().status()).as("number %d", i + 1).isNotEqualTo(429);
        }
        Answer answer = asking.get();
        for (int i = 0; i < allowed && answer.status() != 429; i++) {
            answer = asking.get();
        }
        assertThat(answer.status()).isEqualTo(429);
        return answer;
    }
}
