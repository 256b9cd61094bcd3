package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mandate.attack.Endpoints.Endpoint;
import io.mandate.attack.Wire.Answer;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever host a request names, no mail, no redirect and no page leads there. */
@ServiceTest
@Import(Lifecycle.class)
class HostHeaderTests {

    private static final String EVIL = "evil.example";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort int port;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Lifecycle life;

    @BeforeEach
    void people() {
        TestMail.acceptAll();
        People.join(partners, accounts);
    }

    @ParameterizedTest(name = "{0}{1}")
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "- | Host: evil.example",
        "- | Host: evil.example:8443",
        "- | X-Forwarded-Host: evil.example",
        "- | Forwarded: host=evil.example;proto=https",
        "- | X-Forwarded-Server: evil.example",
        "- | X-Original-Host: evil.example",
        "- | X-Forwarded-Prefix: //evil.example",
        "- | X-Forwarded-Port: 666",
        "http://evil.example | Host: evil.example",
    })
    void poisoned(String absolute, String header) {
        String to = absolute == null ? "" : absolute;
        List<String> headers = new ArrayList<>(List.of("Accept: text/html", header));
        if (!header.startsWith("Host")) {
            headers.add("Host: mandate.example");
        }

        for (Endpoint endpoint : Endpoints.of(mappings)) {
            Answer answer = Wire.send(port, endpoint.method() + " " + to + endpoint.path() + " HTTP/1.1", headers, new byte[0]);
            assertOurs(endpoint.toString(), answer);
        }
        for (String path : List.of("/camunda", "/camunda/app/tasklist", "/camunda/app/cockpit/default", "//evil.example/", "/sign-in?lang=de")) {
            assertOurs(path, Wire.send(port, "GET " + to + path + " HTTP/1.1", headers, new byte[0]));
        }

        String address = Lifecycle.newAddress();
        life.sent(People.PAULA, address, Lifecycle.MAIL);
        life.approve(address, Lifecycle.MAIL);
        signInLink(to, headers, address);
        signsIn(to, headers);
    }

    /** The mail with the link to sign in leads to the base URL. */
    private void signInLink(String to, List<String> headers, String address) {
        Answer answer = form(to, headers, "/sign-in", "/sign-in/link", "username=" + encode(address));
        assertOurs("asking for a link", answer);
        await().until(() -> TestMail.to(address).stream().anyMatch(mail -> TestMail.text(mail).contains("/sign-in/link/")));
        assertThat(TestMail.to(address)).allSatisfy(mail -> assertThat(TestMail.text(mail)).doesNotContain(EVIL, ":666"));
        assertThat(TestMail.to(address)).anyMatch(mail -> TestMail.text(mail).contains("http://mandate.example/sign-in/link/"));
    }

    /** The page that was asked for before signing in is opened here, whatever host it was asked for at. */
    private void signsIn(String to, List<String> headers) {
        Answer challenge = Wire.send(port, "GET " + to + "/requests/new?x=1 HTTP/1.1", headers, new byte[0]);
        assertOurs("challenge", challenge);
        List<String> session = new ArrayList<>(headers);
        session.add("Cookie: " + challenge.first("Set-Cookie").orElseThrow().split(";")[0]);

        Answer answer = form(to, session, "/sign-in", "/sign-in",
                "username=" + encode(People.CARL) + "&password=" + People.PASSWORD);

        assertThat(answer.location()).isEqualTo("/requests/new?x=1");
    }

    private Answer form(String to, List<String> headers, String page, String action, String fields) {
        Answer shown = Wire.send(port, "GET " + to + page + " HTTP/1.1", headers, new byte[0]);
        assertOurs(page, shown);
        Matcher token = TOKEN.matcher(shown.body());
        assertThat(token.find()).isTrue();
        List<String> all = new ArrayList<>(headers);
        shown.first("Set-Cookie").ifPresent(cookie -> all.add("Cookie: " + cookie.split(";")[0]));
        all.add("Content-Type: application/x-www-form-urlencoded");
        return Wire.send(port, "POST " + to + action + " HTTP/1.1", all,
                (fields + "&_csrf=" + encode(token.group(1))).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertOurs(String what, Answer answer) {
        assertThat(answer.status()).as(what).isBetween(200, 499);
        assertThat(answer.location()).as(what).doesNotContain(EVIL, ":666").doesNotStartWith("//");
        assertThat(answer.location()).as(what).matches("|/.*|http://mandate\\.example/.*");
        // A path that names the host may be repeated as the path that it is.
        assertThat(answer.body().replace("\"instance\":\"//evil.example/\"", "")).as(what).doesNotContain(EVIL, ":666");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
