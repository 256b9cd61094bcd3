package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Terms;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The yes: in full, in part, refused and repeated. */
@CustomerPagesTest
class ApprovalPageTests {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @Autowired Consents consents;
    @Autowired Relationships relationships;
    @Autowired Terms terms;
    @LocalServerPort int port;

    private CustomerBrowser browser;
    private String customer;

    @BeforeEach
    void somebody() {
        browser = new CustomerBrowser(port);
        customer = Lifecycle.newAddress();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Nested
    class Accepted {

        @Test
        void all_that_was_asked() {
            // given
            Request request = life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);

            // when
            browser.prove(customer).approve(Map.of());
            life.jobs().runDue();

            // then
            assertThat(browser.path()).endsWith("/done");
            assertThat(browser.text()).contains("You approved the request", "Mail administrator", "Infrastructure operator",
                    "Ada Admin", customer, "Version 2026-10", "A mail with these particulars");
            assertThat(requests.get(request.id()).approved()).containsExactly(MAIL, INFRASTRUCTURE);
            assertThat(TestMail.text(customer, "You approved")).contains("Ada Admin");
            assertThat(TestMail.text("paula@contoso.example", "approved your request")).contains(customer);
        }

        @Test
        void a_part() {
            // given
            Request request = life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);

            // when
            browser.prove(customer)
                    .approve(CustomerBrowser.without(Map.of("mail_days", " 30 "), "infrastructure_approved", "mail_administrator"));

            // then
            AskedPermission part = new AskedPermission("mail", List.of("mail-reader"), 30);
            assertThat(requests.get(request.id()).approved()).containsExactly(part);
            assertThat(browser.text()).contains("Mail settings reader").doesNotContain("Infrastructure", "Mail administrator");
        }

        @Test
        void an_extension_only_where_it_was_asked_for_and_wanted() {
            // given
            AskedPermission extended = new AskedPermission("infrastructure", List.of("infrastructure-operator"), 90, true);
            Request request = life.sent(PAULA, customer, MAIL, extended);

            // when
            browser.prove(customer);

            // then
            assertThat(browser.text()).contains("Extend it by 180 days at a time");
            assertThat(browser.fields("approval")).doesNotContainKeys("mail_extending", "infrastructure_extending");
            assertThat(browser.html()).doesNotContain("mail_extending");

            // when
            browser.approve(Map.of("infrastructure_extending", "true"));
            life.jobs().runDue();

            // then
            assertThat(browser.text()).contains("extended before that until you stop it", "unless you let it be extended");
            assertThat(requests.get(request.id()).approved()).containsExactly(MAIL, extended);
            assertThat(terms.extending(relationships.get(request.relationshipId()).customer().id())).containsExactly("infrastructure");
            assertThat(TestMail.text("paula@contoso.example", "approved your request")).contains("extended before that");
        }

        @Test
        void without_the_extension_that_was_asked_for() {
            // given
            Request request = life.sent(PAULA, customer, new AskedPermission("infrastructure", List.of("infrastructure-operator"), 90, true));

            // when
            browser.prove(customer).approve(Map.of());

            // then
            assertThat(requests.get(request.id()).approved())
                    .containsExactly(new AskedPermission("infrastructure", List.of("infrastructure-operator"), 90));
            assertThat(terms.extending(relationships.get(request.relationshipId()).customer().id())).isEmpty();
        }

        @Test
        void a_relationship_without_permission() {
            // given
            Request request = life.sent(PAULA, customer);

            // when
            browser.prove(customer).approve(Map.of());

            // then
            assertThat(browser.text()).contains("now have a reseller relationship");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void the_consent_keeps_who_how_proven_in_which_language_and_what_was_shown() {
            // given
            Request request = life.sent(PAULA, customer, MAIL);
            String name = "Ada ${7*7} <b>Admin</b> [[${1}]]";

            // when
            browser.prove(customer).submit("approval", Map.of("lang", "es"));
            browser.approve(Map.of("name", name));

            // then
            assertThat(browser.html()).doesNotContain("<b>Admin");
            assertThat(browser.text()).contains(name);
            assertThat(consents.find(request.id())).hasValueSatisfying(consent -> {
                assertThat(consent.name()).isEqualTo(name);
                assertThat(consent.address().value()).isEqualTo(customer);
                assertThat(consent.proof()).isEqualTo(Consent.Proof.CODE);
                assertThat(consent.agreementVersion()).isEqualTo("2026-10");
                assertThat(consent.language().getLanguage()).isEqualTo("es");
                assertThat(consent.shown()).contains("Contoso Cloud", "Administrador de correo");
            });
        }
    }

    @Nested
    class Holders {

        @Test
        void the_page_says_who_holds_what_and_that_it_moves() {
            // given
            life.sent(FIONA, customer, MAIL);
            life.approve(customer, MAIL);
            life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);

            // when
            browser.prove(customer);

            // then
            assertThat(browser.text()).contains(
                    "held by Fabrikam Managed Services today. If you approve, it moves to Contoso Cloud at once",
                    "Nobody holds the permission today");
            assertThat(browser.fields("approval")).containsEntry("holder_mail", "fabrikam").containsEntry("holder_infrastructure", "");
            assertThat(browser.approve(Map.of()).text()).contains("You approved the request");
        }

        @Test
        void a_permission_that_the_partner_has_already_is_said_so() {
            // given
            life.sent(PAULA, customer, MAIL);
            life.approve(customer, MAIL);
            life.sent(PAULA, customer, MAIL);

            // when
            browser.prove(customer);

            // then
            assertThat(browser.text()).contains("Contoso Cloud holds the permission already");
            assertThat(browser.approve(Map.of()).text()).contains("You approved the request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Ada Admin", ""})
        void a_holder_who_changed_while_the_page_was_open_is_shown_and_nothing_typed_is_lost(String name) {
            // given
            Request request = life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);
            browser.prove(customer);
            String rival = "eve@" + customer.substring(customer.indexOf('@') + 1);
            life.sent(FIONA, rival, MAIL);
            life.approve(rival, MAIL);

            // when
            browser.approve(Map.of("name", name, "mail_days", "30"));

            // then
            assertThat(browser.status()).isEqualTo(name.isEmpty() ? 422 : 409);
            assertThat(browser.text()).contains("a permission is held by somebody else now", "held by Fabrikam Managed Services");
            assertThat(browser.fields("approval")).containsEntry("name", name).containsEntry("mail_days", "30")
                    .containsEntry("agreementAccepted", "true").containsEntry("holder_mail", "fabrikam");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
            assertThat(browser.approve(Map.of()).text()).contains("You approved the request");
        }
    }
}
