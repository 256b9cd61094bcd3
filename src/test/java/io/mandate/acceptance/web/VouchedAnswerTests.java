package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Administrators;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.FakeProvider;
import io.mandate.testing.IdToken;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.ProviderTest;
import io.mandate.testing.Providers;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Customers who have their own sign-in need no mailed code. */
@ProviderTest
@ExtendWith(OutputCaptureExtension.class)
class VouchedAnswerTests {

    @Autowired Lifecycle life;
    @Autowired Consents consents;
    @Autowired Relationships relationships;
    @Autowired Administrators administrators;
    @LocalServerPort int port;

    private CustomerBrowser browser;
    private String domain;
    private String address;
    private Request request;
    private String page;

    @BeforeEach
    void a_request() {
        TestMail.acceptAll();
        browser = new CustomerBrowser(port);
        domain = Providers.newCustomer();
        address = "ida@" + domain;
        request = life.sent(PAULA, address, MAIL);
        page = CustomerBrowser.path(TestMail.link(address));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private UnaryOperator<IdToken> ida(String... roles) {
        return token -> token.person(address, "Ida Iverson").with("org", Providers.value(domain)).with("roles", List.of(roles));
    }

    /** From the page to the provider and back to wherever that leads. */
    private CustomerBrowser signIn(UnaryOperator<IdToken> says) {
        String away = browser.away(page + "/sign-in/customers");
        IdToken token = FakeProvider.started().token(away, UUID.randomUUID().toString());
        return browser.open(FakeProvider.started().signIn(away, says.apply(token)));
    }

    @Test
    void they_sign_in_from_the_page_come_back_to_it_and_approve() {
        assertThat(browser.open(page).text()).contains("Sign in with Fourth Coffee", "Send code");

        signIn(ida());

        assertThat(browser.path()).isEqualTo(page);
        assertThat(browser.text()).contains("You are signed in at Fourth Coffee as " + address, "What do you approve?");
        assertThat(browser.approve(Map.of()).text()).contains("You approved the request", address);
        assertThat(consents.find(request.id())).hasValueSatisfying(consent -> {
            assertThat(consent.proof()).isEqualTo(Consent.Proof.PROVIDER);
            assertThat(consent.address().value()).isEqualTo(address);
        });
        assertThat(TestMail.to(address)).hasSize(1);
    }

    @Test
    void they_decline_so_too() {
        browser.open(page);
        signIn(ida());

        browser.submit("refusal", Map.of("decline_name", "Ida Iverson", "decline_administrator", "true", "reason", "No need"));

        assertThat(consents.find(request.id()).map(Consent::proof)).contains(Consent.Proof.PROVIDER);
    }

    @Test
    void the_link_goes_to_nobody(CapturedOutput log) {
        String token = page.replaceFirst(".*/", "");
        browser.open(page);
        String away = browser.away(page + "/sign-in/customers");

        assertThat(away).startsWith(FakeProvider.started().issuer("customers")).doesNotContain(token);
        assertThat(browser.header("Referrer-Policy")).isIn("no-referrer", "same-origin");
        assertThat(log).doesNotContain(token);
    }

    @Test
    void people_of_another_customer_are_not_let_in() {
        String other = Providers.newCustomer();
        browser.open(page);

        signIn(token -> token.person("eve@" + other, "Eve").with("org", Providers.value(other)));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text()).contains("You are not signed in as a person of the organisation that is asked here", "Send code");
        assertThat(browser.html()).doesNotContain("id=\"approval\"");
    }

    @Test
    void a_refusal_is_told_on_the_very_page() {
        browser.open(page);

        signIn(token -> ida().apply(token).with("email_verified", false));

        assertThat(browser.path()).isEqualTo(page);
        assertThat(browser.text()).contains("Fourth Coffee does not confirm that your e-mail address is yours", "Send code");
    }

    @Test
    void a_sign_in_alone_proves_nothing_in_another_browser() {
        browser.open(page);
        signIn(ida());

        CustomerBrowser other = new CustomerBrowser(port).open(page);

        assertThat(other.html()).doesNotContain("id=\"approval\"");
        assertThat(other.open(page + "/signed-in").status()).isEqualTo(403);
    }

    @Test
    void a_secret_that_somebody_else_gave_the_browser_proves_nothing() {
        String planted = "p".repeat(32);
        browser.open(page).keep("answer", planted, "/");

        signIn(ida());

        assertThat(browser.html()).contains("id=\"approval\"");
        assertThat(new CustomerBrowser(port).keep("answer", planted, "/").open(page).html()).doesNotContain("id=\"approval\"");
    }

    @Test
    void a_customer_without_a_provider_is_offered_none() {
        String elsewhere = Lifecycle.newAddress();
        life.sent(PAULA, elsewhere, MAIL);
        String there = CustomerBrowser.path(TestMail.link(elsewhere));

        assertThat(browser.open(there).text()).contains("Send code").doesNotContain("Sign in with");
        assertThat(browser.open(there + "/sign-in/customers").path()).isEqualTo(there);
        assertThat(browser.open(there + "/sign-in/contoso").path()).isEqualTo(there);
    }

    @Test
    void after_an_hour_it_has_to_be_proven_again_and_the_typing_stays() {
        // given
        browser.open(page);
        signIn(ida());
        ClockUtil.offset(Duration.ofMinutes(61).toMillis());

        // when
        browser.approve(Map.of("name", "Ida Typed"));

        // then
        assertThat(browser.text()).contains("more than an hour", "Sign in with Fourth Coffee", "I have signed in there");
        assertThat(browser.fields("signedIn")).containsEntry("name", "Ida Typed");
        assertThat(browser.submit("signedIn").html()).contains("id=\"approval\"", "Ida Typed");
        assertThat(browser.submit("approval").text()).contains("You approved the request");
    }

    @Test
    void they_speak_for_the_customer_where_they_answered_or_their_provider_says_so() {
        // given
        browser.open(page);
        signIn(ida());
        browser.approve(Map.of());
        UUID customer = relationships.get(request.relationshipId()).customer().id();
        assertThat(browser.open("/organisation").path()).isEqualTo("/organisation/" + customer);

        // when
        CustomerBrowser ben = new CustomerBrowser(port);
        String away = ben.away("/sign-in/with/customers");
        ben.open(FakeProvider.started().signIn(away, FakeProvider.started().token(away, UUID.randomUUID().toString())
                .person("ben@" + domain, "Ben").with("org", Providers.value(domain)).with("roles", "administrators")));

        // then
        assertThat(ben.path()).isEqualTo("/organisation/" + customer);
        assertThat(administrators.speaks(customer, EmailAddress.of("ben@" + domain))).isTrue();
    }

    @Test
    void who_merely_belongs_to_the_customer_reads_nothing() {
        String away = browser.away("/sign-in/with/customers");

        browser.open(FakeProvider.started().signIn(away, ida("staff").apply(
                FakeProvider.started().token(away, UUID.randomUUID().toString()))));

        assertThat(browser.path()).isEqualTo("/sign-in");
        assertThat(administrators.with(EmailAddress.of(address))).isEmpty();
    }
}
