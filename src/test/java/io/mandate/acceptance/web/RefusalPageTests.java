package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The no. */
@CustomerPagesTest
class RefusalPageTests {

    private static final Map<String, String> WHO = Map.of("decline_name", "Ada Admin", "decline_administrator", "true");

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @LocalServerPort int port;

    private CustomerBrowser browser;
    private String customer;
    private Request request;

    @BeforeEach
    void somebody_was_asked() {
        browser = new CustomerBrowser(port);
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        browser.prove(customer);
    }

    @Test
    void without_a_reason() {
        browser.submit("refusal", WHO);

        assertThat(browser.path()).endsWith("/done");
        assertThat(browser.text()).contains("You declined the request", "Ada Admin").doesNotContain("Reason");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.DECLINED);
    }

    @Test
    void with_a_reason_that_both_sides_read() {
        // given
        String reason = "We have ${7*7} <b>partners</b>.\r\nThank you.\u0000\u0007";

        // when
        browser.submit("refusal", with("reason", reason));
        life.jobs().runDue();

        // then
        String kept = "We have ${7*7} <b>partners</b>.\nThank you.";
        assertThat(requests.get(request.id()).reason()).isEqualTo(kept);
        assertThat(browser.text()).contains("We have ${7*7} <b>partners</b>. Thank you.");
        assertThat(TestMail.text("paula@contoso.example", "declined")).contains("We have ${7*7} <b>partners</b>.");
        assertThat(TestMail.text(customer, "You declined")).contains("Thank you.");
    }

    @Test
    void a_reason_of_a_thousand_characters_with_line_breaks_is_short_enough() {
        browser.submit("refusal", with("reason", "x".repeat(998) + "\r\n" + "x"));

        assertThat(browser.text()).contains("You declined the request");
    }

    @Test
    void a_longer_reason_comes_back_with_what_was_typed() {
        browser.submit("refusal", with("reason", "x".repeat(1001)));

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("At most 1,000 characters, please; these are 1,001");
        assertThat(browser.fields("refusal")).containsEntry("reason", "x".repeat(1001)).containsEntry("decline_name", "Ada Admin");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void without_name_and_declaration_nothing_is_declined() {
        browser.submit("refusal");

        assertThat(browser.text()).contains("Please enter your name", "please confirm that you are one");
        assertThat(browser.html()).contains("href=\"#decline_name\"", "href=\"#decline_administrator\"");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> fields = new HashMap<>(WHO);
        fields.put(field, value);
        return fields;
    }
}
