package io.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What all pages share, asked for as a browser or a program asks. */
@SpringBootTest(classes = SamplePages.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesTests {

    private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

    @LocalServerPort
    private int port;

    @Nested
    class Language {

        @Test
        void is_the_first_of_the_browsers_that_we_speak() throws Exception {
            assertThat(get("/", "Accept", PAGE, "Accept-Language", "fr, de-AT;q=0.9, es;q=0.8").body())
                    .contains("<html lang=\"de\"")
                    .contains("Zum Inhalt springen");
        }

        @Test
        void is_english_for_everybody_else() throws Exception {
            assertThat(get("/", "Accept", PAGE, "Accept-Language", "fr").body()).contains("<html lang=\"en\"");
        }

        @Test
        void is_kept_once_it_was_chosen() throws Exception {
            var chosen = get("/?lang=es", "Accept", PAGE, "Accept-Language", "de");
            var cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();

            assertThat(chosen.body()).contains("<html lang=\"es\"");
            assertThat(cookie).contains("language=es", "HttpOnly", "SameSite=Lax");
            assertThat(get("/", "Accept", PAGE, "Cookie", "language=es", "Accept-Language", "de").body())
                    .contains("<html lang=\"es\"");
        }

        @Test
        void that_we_do_not_speak_cannot_be_chosen() throws Exception {
            assertThat(get("/?lang=fr", "Accept", PAGE).body()).contains("<html lang=\"en\"");
            assertThat(get("/?lang=%24%7B7*7%7D", "Accept", PAGE).statusCode()).isEqualTo(200);
            assertThat(get("/", "Accept", PAGE, "Cookie", "language=xx", "Accept-Language", "de").body())
                    .contains("<html lang=\"de\"");
        }

        @Test
        void is_switched_on_the_same_page_with_all_its_parameters() throws Exception {
            assertThat(get("/sample?q=a&page=2", "Accept", PAGE).body()).contains("href=\"?q=a&amp;page=2&amp;lang=es\"");
        }
    }

    @Nested
    class Errors {

        @Test
        void are_pages_for_people_in_their_language() throws Exception {
            var missing = get("/no/such/page", "Accept", PAGE, "Accept-Language", "es");

            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.body()).contains("Esta página no existe");
        }

        @Test
        void are_problem_details_for_programs() throws Exception {
            var missing = get("/no/such/page", "Accept", "application/json");

            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(missing.body()).contains("\"status\":404").contains("\"instance\":\"/no/such/page\"");
        }

        @Test
        void are_problem_details_on_the_paths_of_an_api_whoever_asks() throws Exception {
            for (var path : new String[] {"/access/nothing", "/access/sample", "/access/sample?number=many"}) {
                assertThat(get(path, "Accept", PAGE).headers().firstValue("Content-Type")).as(path)
                        .contains("application/problem+json");
            }
        }

        @Test
        void say_what_the_record_says() throws Exception {
            assertThat(get("/sample/missing", "Accept", PAGE).statusCode()).isEqualTo(404);
        }

        @Test
        void do_not_tell_what_broke() throws Exception {
            var page = get("/sample/broken", "Accept", PAGE);
            var problem = get("/sample/broken", "Accept", "application/json");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("Something went wrong").doesNotContain("secret detail", "Exception");
            assertThat(problem.body()).contains("\"status\":500").doesNotContain("secret detail", "Exception");
        }

        @Test
        void of_the_method_and_of_an_unreadable_wish_are_pages_too() throws Exception {
            assertThat(get("/error", "Accept", PAGE).statusCode()).isEqualTo(404);
            assertThat(get("/no/such/page", "Accept", "nonsense").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class StaticFiles {

        @Test
        void carry_their_content_in_their_address_and_may_be_kept() throws Exception {
            var page = get("/", "Accept", PAGE).body();

            for (var name : new String[] {"/app-[0-9a-f]{32}\\.css", "/webjars/picocss__pico/[^\"]*\\.min-[0-9a-f]{32}\\.css"}) {
                var address = Pattern.compile(name).matcher(page);
                assertThat(address.find()).as(name).isTrue();
                assertThat(get(address.group()).headers().firstValue("Cache-Control")).contains("max-age=31536000, public");
            }
        }

        @Test
        void hold_nothing_that_a_strict_content_security_policy_would_refuse() throws Exception {
            assertThat(get("/sample", "Accept", PAGE).body())
                    .doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*src=)");
        }
    }

    @Nested
    class Start {

        @Test
        void names_the_accounts_and_places_of_a_demo() throws Exception {
            assertThat(get("/", "Accept", PAGE).body()).contains("ann@contoso.example", "ann-secret", "href=\"/inbox\"");
        }
    }

    @Nested
    class Navigation {

        @Test
        void is_that_of_the_person_who_is_signed_in() throws Exception {
            var partner = get("/sample", "Accept", PAGE, "Authorization", "Basic cGFydG5lcjpzZWNyZXQ=").body();
            var owner = get("/sample", "Accept", PAGE, "Authorization", "Basic b3duZXI6c2VjcmV0").body();
            var nobody = get("/sample", "Accept", PAGE).body();

            assertThat(partner).contains("href=\"/customers\">", "href=\"/requests/new\"").doesNotContain("href=\"/overview\"", "cockpit");
            assertThat(owner).contains("href=\"/overview\"", "cockpit").doesNotContain("href=\"/requests/new\"");
            assertThat(nobody).contains("href=\"/sign-in\"").doesNotContain("/sign-out", "tasklist", "href=\"/overview\"");
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
