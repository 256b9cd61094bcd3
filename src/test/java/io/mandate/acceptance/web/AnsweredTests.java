package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** After an answer: clicked twice, gone back, opened by somebody else. */
@CustomerPagesTest
class AnsweredTests {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @LocalServerPort int port;

    private CustomerBrowser browser;
    private String customer;
    private Request request;
    private String link;

    @BeforeEach
    void somebody_was_asked() {
        browser = new CustomerBrowser(port);
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        link = CustomerBrowser.path(TestMail.link(customer));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void a_second_approval_changes_nothing_and_shows_the_first() {
        // given
        Map<String, String> fields = filledIn();
        browser.post(link + "/approve", fields);

        // when
        fields.put("mail_days", "1");
        browser.post(link + "/approve", fields);

        // then
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text()).contains("answered before", "You approved the request");
        assertThat(requests.get(request.id()).approved()).containsExactly(MAIL);
    }

    @Test
    void a_decline_after_an_approval_changes_nothing() {
        // given
        Map<String, String> fields = filledIn();
        browser.post(link + "/approve", fields);

        // when
        browser.post(link + "/decline", Map.of("_csrf", fields.get("_csrf"), "decline_name", "Ada", "decline_administrator", "true"));

        // then
        assertThat(browser.text()).contains("answered before", "You approved the request");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void a_double_click_is_one_answer() {
        // given
        Map<String, String> fields = filledIn();

        // when
        List<CompletableFuture<Integer>> clicks = List.of(click(fields), click(fields), click(fields));

        // then
        assertThat(clicks.stream().map(CompletableFuture::join)).containsOnly(302);
        assertThat(browser.open(link).text()).contains("You approved the request");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void the_back_button_leads_to_the_answer() {
        // given
        browser.post(link + "/approve", filledIn());

        // when
        browser.open(link);

        // then
        assertThat(browser.path()).endsWith("/done");
        assertThat(browser.text()).contains("You approved the request").doesNotContain("answered before");
    }

    @Test
    void another_browser_reads_that_it_is_answered_and_no_name() {
        // given
        browser.post(link + "/approve", filledIn());
        CustomerBrowser other = new CustomerBrowser(port);

        // when
        other.open(link + "/done");

        // then
        assertThat(other.status()).isEqualTo(410);
        assertThat(other.text()).contains("The request was answered", "a new request comes with a new link");
        assertThat(other.html()).doesNotContain("Contoso", "Northwind", "Paula", "Ada", customer);
    }

    @Test
    void the_particulars_are_closed_an_hour_after_the_proof() {
        // given
        browser.post(link + "/approve", filledIn());

        // when
        ClockUtil.offset(Duration.ofMinutes(61).toMillis());
        browser.open(link + "/done");

        // then
        assertThat(browser.status()).isEqualTo(410);
    }

    private Map<String, String> filledIn() {
        Map<String, String> fields = new HashMap<>(browser.prove(customer).fields("approval"));
        fields.putAll(Map.of("name", "Ada Admin", "administrator", "true", "agreementAccepted", "true"));
        return fields;
    }

    private CompletableFuture<Integer> click(Map<String, String> fields) {
        return CompletableFuture.supplyAsync(() -> browser.statusOfPost(link + "/approve", fields));
    }
}
