package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How a person shows to belong to the customer, and how nobody else does. */
@CustomerPagesTest
class ProofPageTests {

    @Autowired Lifecycle life;
    @LocalServerPort int port;

    private CustomerBrowser browser;
    private String customer;

    @BeforeEach
    void somebody_was_asked() {
        browser = new CustomerBrowser(port);
        customer = Lifecycle.newAddress();
        life.sent(PAULA, customer, MAIL);
    }

    @AfterEach
    void everything_as_before() {
        ClockUtil.reset();
        TestMail.acceptAll();
    }

    @Nested
    class Address {

        @Test
        void the_code_goes_to_the_invited_address_unless_another_is_named() {
            browser.openLink(customer);

            assertThat(browser.fields("codeRequest")).containsEntry("address", "ada");
            assertThat(browser.submit("codeRequest").text()).contains("We sent a code of six digits to " + customer);
        }

        @ParameterizedTest
        @CsvSource({"bob, true", "'  bob  ', true", "bob@DOMAIN, true", "BOB, true", "bob@contoso.example, false",
            "paula@contoso.example#, false", "bob@DOMAIN@contoso.example, false", "'bob, eve@contoso.example', false",
            "'', false", "two words, false", "${7*7}<b>, false"})
        void only_an_address_of_the_customer_gets_a_code(String typed, boolean accepted) {
            // given
            String domain = customer.substring(customer.indexOf('@') + 1);
            String address = typed.replace("DOMAIN", domain);

            // when
            browser.openLink(customer).submit("codeRequest", Map.of("address", address));

            // then
            assertThat(browser.status()).isEqualTo(accepted ? 200 : 422);
            assertThat(browser.text()).contains(accepted ? "We sent a code" : "address");
            assertThat(TestMail.to(typed.strip().contains("BOB") ? "BOB@" + domain : "bob@" + domain)).hasSize(accepted ? 1 : 0);
            assertThat(TestMail.to("paula@contoso.example").stream().map(TestMail::subject))
                    .noneMatch(subject -> subject.contains("code"));
        }

        @Test
        void a_refused_address_keeps_what_was_typed() {
            browser.openLink(customer).submit("codeRequest", Map.of("address", "bob@contoso.example"));

            assertThat(browser.fields("codeRequest")).containsEntry("address", "bob@contoso.example");
            assertThat(browser.text()).contains("Please name an address at");
        }

        @Test
        void a_customer_of_a_free_mail_provider_is_one_address() {
            // given
            String address = "ada." + UUID.randomUUID().toString().substring(0, 8) + "@gmail.com";
            life.sent(PAULA, address, MAIL);

            // when
            browser.openLink(address);

            // then
            assertThat(browser.html()).contains(address).doesNotContain("name=\"address\"");
            assertThat(browser.submit("codeRequest", Map.of("address", "eve@gmail.com")).status()).isEqualTo(422);
            assertThat(browser.submit("codeRequest").text()).contains("We sent a code of six digits to " + address);
            assertThat(browser.submit("proof", Map.of("code", TestMail.code(address))).text()).contains("Or decline");
        }
    }

    @Nested
    class Mail {

        @Test
        void a_second_code_has_to_wait_a_minute() {
            browser.openLink(customer).submit("codeRequest").submit("codeRequest");

            assertThat(browser.status()).isEqualTo(422);
            assertThat(browser.text()).contains("less than a minute ago");
            assertThat(browser.fields("proof")).containsKey("code");
        }

        @Test
        void a_new_code_replaces_the_one_before() {
            // given
            browser.openLink(customer).submit("codeRequest");
            String first = TestMail.code(customer);
            pass(Duration.ofSeconds(61));

            // when
            browser.submit("codeRequest");

            // then
            assertThat(TestMail.to(customer)).hasSize(3);
            assertThat(browser.submit("proof", Map.of("code", first)).text()).contains("not the code that we sent");
            assertThat(browser.submit("proof", Map.of("code", TestMail.code(customer))).text()).contains("Or decline");
        }

        @Test
        void a_refused_address_is_said_and_need_not_wait() {
            TestMail.refuse(customer);
            assertThat(browser.openLink(customer).submit("codeRequest").text()).contains("there seems to be no such address");

            TestMail.acceptAll();
            assertThat(browser.submit("codeRequest").text()).contains("We sent a code");
        }

        @Test
        void a_failing_mail_server_is_said_and_need_not_wait() {
            TestMail.failFor(customer);
            assertThat(browser.openLink(customer).submit("codeRequest").text()).contains("could not be sent at the moment");

            TestMail.acceptAll();
            assertThat(browser.submit("codeRequest").text()).contains("We sent a code");
        }

        @Test
        void whoever_holds_the_link_cannot_go_on_asking_for_codes() {
            // given
            String domain = customer.substring(customer.indexOf('@') + 1);
            for (int i = 0; i < 50; i++) {
                new CustomerBrowser(port).openLink(customer).submit("codeRequest", Map.of("address", "eve"));
            }

            // when
            browser.openLink(customer).submit("codeRequest");

            // then
            assertThat(browser.text()).contains("Too many codes");
            assertThat(TestMail.to("eve@" + domain)).hasSize(50);
        }
    }

    @Nested
    class Code {

        @Test
        void a_code_may_be_typed_as_the_mail_shows_it() {
            browser.openLink(customer).submit("codeRequest");
            String code = TestMail.code(customer);

            browser.submit("proof", Map.of("code", " " + code.substring(0, 3) + " " + code.substring(3) + " "));

            assertThat(browser.text()).contains("You showed that you read the mail of " + customer);
        }

        @Test
        void the_fifth_wrong_code_makes_the_right_one_useless() {
            // given
            browser.openLink(customer).submit("codeRequest");
            String code = TestMail.code(customer);
            String wrong = code.equals("111111") ? "222222" : "111111";

            // when
            for (int i = 0; i < 4; i++) {
                assertThat(browser.submit("proof", Map.of("code", wrong)).text()).contains("not the code that we sent");
            }
            browser.submit("proof", Map.of("code", wrong));

            // then
            assertThat(browser.text()).contains("fifth wrong code");
            assertThat(browser.html()).contains("href=\"#address\"").doesNotContain("id=\"proof\"");
            assertThat(enterIn(browser, code).text()).contains("fifth wrong code").doesNotContain("Or decline");
        }

        @Test
        void a_code_expires_after_ten_minutes() {
            // given
            browser.openLink(customer).submit("codeRequest");
            pass(Duration.ofMinutes(10));

            // when
            browser.submit("proof", Map.of("code", TestMail.code(customer)));

            // then
            assertThat(browser.status()).isEqualTo(422);
            assertThat(browser.text()).contains("no longer counts");
        }

        @Test
        void a_code_of_another_browser_proves_nothing() {
            // given
            browser.openLink(customer).submit("codeRequest");
            CustomerBrowser other = new CustomerBrowser(port).openLink(customer);

            // when
            enterIn(other, TestMail.code(customer));

            // then
            assertThat(other.text()).contains("sent for another browser").doesNotContain("Or decline");
        }

        @Test
        void a_code_counts_once() {
            browser.prove(customer);

            assertThat(enterIn(new CustomerBrowser(port).openLink(customer), TestMail.code(customer)).text())
                    .doesNotContain("Or decline");
        }

        /** With the token against forged forms of whichever form the page has. */
        private CustomerBrowser enterIn(CustomerBrowser one, String code) {
            String csrf = one.fields("codeRequest").get("_csrf");
            return one.post(CustomerBrowser.path(TestMail.link(customer)) + "/proof", Map.of("_csrf", csrf, "code", code));
        }
    }

    private static void pass(Duration time) {
        ClockUtil.offset(time.toMillis());
    }
}
