package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.acceptance.Links;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Links that lead nowhere any more say why, and how to get a new one, without any name. */
@CustomerPagesTest
class DeadLinkTests {

    @Autowired Lifecycle life;
    @Autowired OwnRequests own;
    @Autowired Requests requests;
    @Autowired Links links;
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
    void replaced() {
        own.sendAgain(request.id(), SentBy.MANDATE, PAULA);
        life.jobs().runDue();

        isDead("A newer link was sent", "look for the newest mail");
        assertThat(new CustomerBrowser(port).openLink(customer).status()).isEqualTo(200);
    }

    @Test
    void withdrawn() {
        own.withdraw(request.id(), PAULA);

        isDead("The request was withdrawn", "ask the partner who wrote to you for a new request");
    }

    @Test
    void answered() {
        life.decline(customer, "");

        isDead("The request was answered", "a new request comes with a new link");
    }

    @Test
    void expired() {
        ClockUtil.offset(Duration.ofDays(91).toMillis());

        isDead("The link has expired", "ask the partner who wrote to you to ask again");
    }

    @Test
    void not_sent_yet() {
        Request again = own.sendAgain(request.id(), SentBy.MANDATE, PAULA);
        link = CustomerBrowser.path(links.answer(again));

        isDead(503, "Not quite ready yet", "open the link again in a few minutes");
        assertThat(browser.html()).contains("http-equiv=\"refresh\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval", "refusal"})
    void a_form_that_was_open_when_the_link_died_says_the_same(String form) {
        // given
        browser.prove(customer);
        own.withdraw(request.id(), PAULA);

        // when
        browser.submit(form);

        // then
        assertThat(browser.status()).isEqualTo(410);
        assertThat(browser.text()).contains("The request was withdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%24%7B7*7919%7D", "..%2F..", "%3Cb%3E", "a%00b"})
    void forged(String token) {
        browser.open("/answer/" + token);

        assertThat(browser.status()).isIn(400, 404);
        assertThat(browser.html()).doesNotContain("<b>", "55433", "Exception");
    }

    @Test
    void truncated_or_changed() {
        String other = link.contains("answer/_") ? "answer/A" : "answer/_";
        for (String damaged : new String[] {link.substring(0, link.length() - 1), link + "A", link.replaceFirst("answer/.", other)}) {
            browser.open(damaged);

            assertThat(browser.status()).isEqualTo(404);
            assertThat(browser.text()).contains("This link leads nowhere", "copy the whole link");
        }
        browser.openLink(customer);
        Map<String, String> fields = browser.fields("codeRequest");
        assertThat(browser.post("/answer/forged/code", fields).status()).isEqualTo(404);
        assertThat(browser.post("/answer/forged/approve", fields).status()).isEqualTo(404);
    }

    @Test
    void reminders_stop_once_confirmed() {
        // when
        browser.open(link + "/reminders");

        // then
        assertThat(browser.text()).contains("No further reminders?", "Contoso Cloud");
        assertThat(requests.get(request.id()).remindersStopped()).isFalse();
        for (int i = 0; i < 2; i++) {
            browser.post(link + "/reminders", Map.of("_csrf", browser.open(link).fields("codeRequest").get("_csrf")));
            assertThat(browser.text()).contains("There will be no further reminders");
            assertThat(requests.get(request.id()).remindersStopped()).isTrue();
        }
        assertThat(browser.open(link).status()).isEqualTo(200);
    }

    @Test
    void reminders_do_not_stop_by_a_forged_form() {
        browser.post(link + "/reminders", Map.of());

        assertThat(browser.text()).contains("No further reminders?");
        assertThat(requests.get(request.id()).remindersStopped()).isFalse();
    }

    @Test
    void reminders_of_an_answered_request_say_so() {
        life.decline(customer, "");

        browser.open(link + "/reminders");

        assertThat(browser.status()).isEqualTo(410);
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.DECLINED);
    }

    private void isDead(String why, String what) {
        isDead(410, why, what);
        assertThat(browser.html()).doesNotContain("http-equiv=\"refresh\"");
    }

    private void isDead(int status, String why, String what) {
        browser.open(link);

        assertThat(browser.status()).isEqualTo(status);
        assertThat(browser.text()).contains(why, what);
        assertThat(browser.html()).doesNotContain("Contoso", "Northwind", "Paula", "Fabrikam", customer);
        assertThat(browser.open(link + "?lang=de").text()).doesNotContain(why).contains("Partner, der Ihnen geschrieben hat");
    }
}
