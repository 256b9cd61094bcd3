package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.attack.Wire.Answer;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the base URL is https, cookies are as they should be without a setting that somebody could forget. */
@ExposedTest
class CookieTests {

    private static final String PAULA = People.PAULA.address().value();

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Lifecycle life;

    private Stranger person;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        person = new Stranger(port);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void of_sign_in_and_language_are_secure_and_of_this_host_only() {
        assertGuarded(person.open("/sign-in?lang=de"), "__Host-session", "__Host-language");
        assertGuarded(person.signIn(PAULA, People.PASSWORD), "__Host-session", "__Host-device");
    }

    @Test
    void of_a_page_behind_a_link_too() {
        String address = Lifecycle.newAddress();
        life.sent(People.PAULA, address, Lifecycle.MAIL);
        String page = "/answer/" + life.token(address);

        assertGuarded(person.open(page), "__Host-answer-form");
        assertGuarded(person.submit(page, page + "/code", Map.of("address", address)), "__Host-answer");
    }

    @Test
    void of_the_web_apps_are_secure() {
        person.signIn(People.OLIVIA, People.PASSWORD);

        Answer answer = person.open("/camunda/app/cockpit/default/");

        assertThat(answer.all("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).contains("Secure", "SameSite=Lax"));
    }

    @Test
    void are_neither_given_nor_taken_in_an_address() {
        person.signIn(PAULA, People.PASSWORD);
        String session = person.cookies().get("__Host-session");
        Stranger thief = new Stranger(port);

        assertThat(thief.open("/customers;jsessionid=" + session).status()).isIn(302, 400);
        assertThat(thief.open("/customers?jsessionid=" + session).location()).isEqualTo("/sign-in");
        assertThat(thief.open("/sign-in").body()).doesNotContain("jsessionid");
    }

    @Test
    void that_somebody_planted_before_signing_in_are_worth_nothing_afterwards() {
        person.open("/sign-in");
        String planted = person.cookies().get("__Host-session");
        assertThat(person.canSignIn(PAULA)).isTrue();

        Stranger thief = new Stranger(port);
        thief.cookies().put("__Host-session", planted);

        assertThat(person.cookies().get("__Host-session")).isNotEqualTo(planted);
        assertThat(thief.open("/customers").location()).isEqualTo("/sign-in");
    }

    @Test
    void are_cleared_by_signing_out() {
        person.signIn(PAULA, People.PASSWORD);
        String before = person.cookies().get("__Host-session");

        Answer answer = person.submit("/customers", "/sign-out", Map.of());
        person.cookies().put("__Host-session", before);

        assertThat(answer.all("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("__Host-session=;") && cookie.contains("Max-Age=0"));
        assertThat(person.open("/customers").location()).isEqualTo("/sign-in");
    }

    @Test
    void of_a_session_count_for_twelve_hours_however_busy_somebody_is() {
        person.signIn(PAULA, People.PASSWORD);

        ClockUtil.offset(Duration.ofHours(12).minusSeconds(30).toMillis());
        assertThat(person.open("/customers").status()).isEqualTo(200);

        ClockUtil.offset(Duration.ofHours(12).toMillis());
        assertThat(person.open("/customers").location()).isEqualTo("/sign-in");
        ClockUtil.reset();
        assertThat(person.open("/customers").location()).as("it is gone for good").isEqualTo("/sign-in");
    }

    @Test
    void are_never_sent_by_http_again() {
        assertThat(person.open("/").first("Strict-Transport-Security")).contains("max-age=31536000");
    }

    private static void assertGuarded(Answer answer, String... names) {
        List<String> cookies = answer.all("Set-Cookie");
        for (String name : names) {
            assertThat(cookies).as(name).anyMatch(cookie -> cookie.startsWith(name + "=") && !cookie.startsWith(name + "=;"));
        }
        assertThat(cookies).allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-").contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax").doesNotContain("Domain="));
    }
}
