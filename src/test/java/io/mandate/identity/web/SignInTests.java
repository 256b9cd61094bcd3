package io.mandate.identity.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SignInTests {

    private static final String PAULA = People.PAULA.address().value();

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    private Visitor visitor;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        visitor = new Visitor(port);
    }

    @Nested
    class The_page {

        @ParameterizedTest
        @CsvSource({"en, Sign in, Password", "es, Iniciar sesión, Contraseña", "de, Anmelden, Passwort"})
        void speaks_the_language_of_the_browser(String language, String heading, String password) {
            var page = visitor.speaking(Locale.forLanguageTag(language)).open("/sign-in").body();

            assertThat(page).contains("<html", "lang=\"" + language + "\"", ">" + heading + "</h1>", ">" + password + "</label>");
        }

        @ParameterizedTest
        @CsvSource({"en, do not belong together", "es, no se corresponden", "de, gehören nicht zusammen"})
        void says_that_name_and_password_are_wrong_and_keeps_the_name(String language, String words) {
            visitor.speaking(Locale.forLanguageTag(language));

            var answer = visitor.signIn(PAULA, "wrong");
            var page = visitor.open(location(answer)).body();

            assertThat(page).contains(words).contains("value=\"" + PAULA + "\"").doesNotContain("wrong");
        }

        @Test
        void says_the_same_where_nobody_has_that_name() {
            var known = visitor.signIn(PAULA, "wrong");
            var unknown = new Visitor(port).signIn("nobody@contoso.example", "wrong");

            assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
            assertThat(location(unknown)).isEqualTo(location(known));
        }

        @Test
        void shows_what_was_typed_as_text() {
            var answer = visitor.signIn("\"><script>alert(1)</script>${7*7}", "wrong");

            assertThat(visitor.open(location(answer)).body()).contains("${7*7}").doesNotContain("<script>alert");
        }

        @Test
        void asks_again_where_it_was_open_for_longer_than_the_session() {
            var answer = visitor.forge("/sign-in", Map.of("username", PAULA, "password", People.PASSWORD));

            assertThat(location(answer)).isEqualTo("/sign-in?expired");
            assertThat(visitor.open("/sign-in?expired").body()).contains("open for too long", PAULA);
        }

        @Test
        void is_not_what_a_missing_part_of_another_page_is_led_to() {
            var answer = visitor.load("/camunda/assets/IBMPlexSans-Bold.woff2");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }

        @Test
        void names_no_accounts_outside_the_demo() {
            assertThat(visitor.open("/sign-in").body()).doesNotContain("To try it out");
        }
    }

    @Nested
    class Signing_in {

        @ParameterizedTest
        @CsvSource({"paula@contoso.example, /customers", "olivia@mandate.example, /overview"})
        void leads_to_the_persons_own_first_page(String username, String first) {
            var answer = visitor.signIn(username, People.PASSWORD);

            assertThat(location(answer)).isEqualTo(first);
            assertThat(location(visitor.open("/sign-in"))).isEqualTo(first);
        }

        @ParameterizedTest
        @CsvSource({"/requests/new?again=7, /requests/new?again=7", "/camunda/app/tasklist/default/, /camunda/app/tasklist/default/"})
        void leads_to_the_page_that_was_asked_for_before(String asked, String opened) {
            var challenge = visitor.open(asked);

            var answer = visitor.signIn(PAULA, People.PASSWORD);

            assertThat(location(challenge)).isEqualTo("/sign-in");
            assertThat(location(answer)).isEqualTo(opened);
        }

        @Test
        void takes_the_name_in_any_capitalisation() {
            assertThat(location(visitor.signIn(" Paula@Contoso.Example ", People.PASSWORD))).isEqualTo("/customers");
        }

        @Test
        void begins_a_session_of_its_own_with_a_guarded_cookie() {
            String before = visitor.open("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();

            String after = visitor.signIn(PAULA, People.PASSWORD).headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("JSESSIONID=")).findFirst().orElseThrow();

            assertThat(after).contains("HttpOnly", "SameSite=Lax");
            assertThat(after.split(";")[0]).isNotEqualTo(before.split(";")[0]);
        }
    }

    @Nested
    class One_sign_in {

        @Test
        void serves_pages_tasklist_and_cockpit() {
            visitor.signIn(People.OLIVIA, People.PASSWORD);

            assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
            assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
            assertThat(visitor.open("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
            assertThat(visitor.rest("GET", "/admin/auth/user/default", null).body())
                    .contains("\"userId\":\"olivia@mandate.example\"", "cockpit", "tasklist", "admin");
        }

        @Test
        void leaves_nothing_of_the_person_before_in_the_web_apps() {
            visitor.signIn(People.OLIVIA, People.PASSWORD);
            visitor.open("/camunda/app/cockpit/default/");

            visitor.submit("/overview", "/sign-out", Map.of());
            visitor.signIn(PAULA, People.PASSWORD);
            visitor.open("/camunda/app/tasklist/default/");

            assertThat(visitor.rest("GET", "/admin/auth/user/default", null).body())
                    .contains("\"userId\":\"" + PAULA + "\"", "tasklist")
                    .doesNotContain("cockpit", "olivia");
        }

        @Test
        void has_no_second_door_with_engine_passwords() {
            visitor.signIn(People.OLIVIA, People.PASSWORD);

            var answer = visitor.rest("POST", "/admin/auth/user/default/login/cockpit", "username=mandate&password=mandate");

            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class One_sign_out {

        @Test
        void ends_pages_tasklist_and_cockpit() {
            visitor.signIn(People.OLIVIA, People.PASSWORD);
            visitor.open("/camunda/app/cockpit/default/");

            var answer = visitor.submit("/overview", "/sign-out", Map.of());

            assertThat(location(answer)).isEqualTo("/sign-in?signedOut");
            assertThat(visitor.open("/sign-in?signedOut").body()).contains("You are signed out");
            assertEverythingIsClosed();
        }

        @Test
        void is_what_the_web_apps_own_button_does() {
            visitor.signIn(People.OLIVIA, People.PASSWORD);

            var answer = visitor.rest("POST", "/admin/auth/user/default/logout", null);

            assertThat(answer.statusCode()).isEqualTo(204);
            assertEverythingIsClosed();
        }

        @Test
        void cannot_be_forged() {
            visitor.signIn(PAULA, People.PASSWORD);

            var answer = visitor.forge("/sign-out", Map.of());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        }

        private void assertEverythingIsClosed() {
            assertThat(location(visitor.open("/overview"))).isEqualTo("/sign-in");
            assertThat(location(visitor.open("/camunda/app/cockpit/default/"))).isEqualTo("/sign-in");
            assertThat(location(visitor.open("/camunda/app/tasklist/default/"))).isEqualTo("/sign-in");
            assertThat(visitor.rest("GET", "/engine/engine/default/task", null).statusCode()).isEqualTo(401);
        }
    }
}
