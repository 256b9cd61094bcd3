package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.passkey.PasskeyDemandTest;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.EmailAddress;
import io.mandate.testing.Device;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser may send that does not prove a passkey, where one is demanded. */
@PasskeyDemandTest
class PasskeyProofTests {

    @Autowired Lifecycle life;
    @Autowired Passkeys passkeys;
    @LocalServerPort int port;

    private final Device device = new Device(PasskeyDemandTest.ORIGIN);
    private CustomerBrowser browser;
    private String customer;

    @BeforeEach
    void somebody_is_asked() {
        TestMail.acceptAll();
        browser = new CustomerBrowser(port);
        customer = Lifecycle.newAddress();
        life.sent(PAULA, customer, MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "origin", "replay", "garbage", "name"})
    void what_does_not_do_is_refused_and_the_page_says_so(String what) {
        // given
        browser.prove(customer);
        String asked = options();

        // when
        switch (what) {
            case "user" -> submit(device.verifying(false).create(asked), "Laptop");
            case "origin" -> submit(device.at("https://evil.example").create(asked), "Laptop");
            case "replay" -> {
                submit("{}", "Laptop");
                submit(device.create(asked), "Laptop");
            }
            case "garbage" -> submit("{\"id\":\"" + "a".repeat(30_000), "Laptop");
            default -> submit(device.create(asked), " ");
        }

        // then
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains(what.equals("name") ? "Please enter a name" : "could not be accepted");
        assertThat(passkeys.of(owner())).isEmpty();
        assertThat(browser.fields("passkey")).containsKey("credential");
    }

    @Test
    void scripts_are_told_in_problem_details() {
        // without a code
        browser.openLink(customer);
        Map<String, String> token = Map.of("_csrf", browser.fields("codeRequest").get("_csrf"));
        assertProblem(browser.script(path() + "/passkey/options", token), 403);

        // without the token against forged requests
        assertProblem(browser.script(path() + "/passkey/options", Map.of()), 403);

        // a dead link
        life.decline(customer, "");
        assertProblem(browser.script(path() + "/passkey/options", token), 410);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private PasskeyOwner owner() {
        return PasskeyOwner.ofCustomer(EmailAddress.of(customer));
    }

    private String path() {
        return CustomerBrowser.path(TestMail.link(customer));
    }

    private String options() {
        return browser.script(path() + "/passkey/options", Map.of("_csrf", browser.fields("passkey").get("_csrf"))).body();
    }

    private CustomerBrowser submit(String credential, String name) {
        return browser.submit("passkey", Map.of("credential", credential, "passkey_name", name));
    }
}
