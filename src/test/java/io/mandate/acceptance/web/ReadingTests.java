package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a link shows to whoever opens it. */
@CustomerPagesTest
class ReadingTests {

    @Autowired Lifecycle life;
    @Autowired Invitations invitations;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private CustomerBrowser browser;
    private String customer;

    @BeforeEach
    void somebody() {
        browser = new CustomerBrowser(port);
        customer = Lifecycle.newAddress();
    }

    @Test
    void a_link_says_who_asks_for_what_and_for_how_long() {
        // given
        life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);

        // when
        browser.openLink(customer);

        // then
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.text()).contains(
                "Contoso Cloud asks for your permission", "Paula Pérez", "paula@contoso.example", "April 1, 2019",
                "Northwind Traders", "Mail administrator", "who may open which mailbox", "For 365 days",
                "Infrastructure operator", "For 90 days", "Can be answered until");
    }

    @Test
    void nobody_reads_who_holds_a_permission_before_the_proof() {
        // given
        life.sent(FIONA, customer, MAIL);
        life.approve(customer, MAIL);
        life.sent(PAULA, customer, MAIL);

        // when
        browser.openLink(customer);

        // then
        assertThat(browser.html()).doesNotContain("Fabrikam", "fabrikam", "id=\"approval\"", "Decline");
    }

    @Test
    void a_request_without_permission_says_so() {
        // given
        life.sent(PAULA, customer);

        // when
        browser.openLink(customer);

        // then
        assertThat(browser.text()).contains("would like to be the reseller", "asks for no permission");
    }

    @Test
    void a_scanner_that_opens_every_link_changes_nothing() {
        // given
        life.sent(PAULA, customer, MAIL);
        String link = CustomerBrowser.path(TestMail.link(customer));
        List<String> before = everything();

        // when
        for (String part : List.of("", "/reminders", "/code", "/proof", "/approve", "/decline", "/again", "/done")) {
            browser.open(link + part);
            browser.head(link + part);
        }

        // then
        assertThat(everything()).isEqualTo(before);
        assertThat(browser.header("Set-Cookie")).doesNotContain("JSESSIONID");
    }

    @Test
    void a_page_leaks_no_referrer_and_is_neither_kept_nor_indexed() {
        // given
        life.sent(PAULA, customer, MAIL);

        // when
        browser.openLink(customer);

        // then
        assertThat(browser.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(browser.header("Cache-Control")).contains("no-store");
        assertThat(browser.header("X-Robots-Tag")).contains("noindex");
        assertThat(browser.html()).doesNotContain("<script", "http://", "https://");
    }

    @Test
    void what_a_partner_typed_is_shown_as_text() {
        // given
        Request draft = invitations.request(new NewInvitation("<b>N</b> ${7*7} [[${7*7}]] 'Traders'", customer, "en", "US",
                "global", "", List.of(MAIL), false), PAULA);
        life.reviewed(draft, PAULA, SentBy.MANDATE);
        life.jobs().runDue();

        // when
        browser.openLink(customer);

        // then
        assertThat(browser.html()).doesNotContain("<b>N");
        assertThat(browser.text()).contains("<b>N</b> ${7*7} [[${7*7}]] 'Traders'");
    }

    @Test
    void the_page_speaks_the_language_of_the_request_until_another_is_chosen() {
        // given
        Request draft = invitations.request(
                new NewInvitation("Northwind", customer, "de", "DE", "global", "", List.of(MAIL), false), PAULA);
        life.reviewed(draft, PAULA, SentBy.MANDATE);
        life.jobs().runDue();
        String link = CustomerBrowser.path(TestMail.link(customer));

        // when, then
        assertThat(browser.speaking("en").open(link).text()).contains("bittet um Ihre Erlaubnis");
        assertThat(browser.open(link + "?lang=es").text()).contains("le pide permiso");
        assertThat(browser.open(link).text()).contains("le pide permiso");
    }

    @Test
    void every_step_can_be_read_in_another_language_and_keeps_what_was_typed() {
        // given
        life.sent(PAULA, customer, MAIL);
        browser.prove(customer);

        // when
        browser.approve(Map.of("lang", "es", "name", "Ada Admin", "mail_days", "some"));

        // then
        assertThat(browser.text()).contains("¿Qué aprueba usted?").doesNotContain("Corrija");
        assertThat(browser.fields("approval")).containsEntry("name", "Ada Admin").containsEntry("mail_days", "some")
                .containsEntry("administrator", "true");
        assertThat(browser.submit("refusal", Map.of("lang", "de", "reason", "Nein")).fields("refusal"))
                .containsEntry("reason", "Nein");
        assertThat(browser.text()).contains("Was erlauben Sie?");
    }

    /** Every row of every table. */
    private List<String> everything() {
        return jdbc.sql("script nopasswords").query(String.class).list();
    }
}
