package io.mandate.customers.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** A partner's pages about its customers, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class CustomersPagesTests {

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @LocalServerPort int port;

    private final String customer = Lifecycle.newAddress();
    private final String domain = customer.substring(customer.indexOf('@') + 1);

    @BeforeEach
    void people(@Autowired Partners partners, @Autowired Accounts accounts) {
        People.join(partners, accounts);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void the_list_finds_a_customer_and_leads_to_its_page_and_its_request() {
        // given
        Request request = life.sent(PAULA, customer, MAIL);

        // when
        String list = open(paula(), "/customers?q=" + domain);

        // then
        assertThat(text(list)).contains("1 customer", "Northwind Traders", domain, "Global cloud", "Requested", "Waiting for the customer")
                .doesNotContain("needs you");
        assertThat(list).contains("/customers/" + request.relationshipId(), "/requests/" + request.id());
    }

    @Test
    void what_lapsed_by_time_is_shown_so_everywhere_and_found_so() {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.jobs().runDue();
        String page = "/customers/" + request.relationshipId();
        assertThat(text(open(paula(), page))).doesNotContain("without permission");

        // when
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofDays(365))));

        // then
        assertThat(text(open(paula(), page))).contains("In force, without permission", "Yours ended on", "your duty to support them stay");
        assertThat(text(open(paula(), "/customers?q=" + domain + "&status=WITHOUT_PERMISSION"))).contains("1 customer");
        assertThat(text(open(paula(), "/customers?q=" + domain + "&status=IN_FORCE"))).contains("Nothing found");
        assertThat(open(paula(), "/customers?q=" + domain)).contains(">In force, without permission</span>");
        assertThat(relationships.ofCustomer(relationships.get(request.relationshipId()).customer().id()))
                .extracting(Relationship::status).containsExactly(RelationshipStatus.WITHOUT_PERMISSION);
    }

    @Test
    void a_draft_needs_the_partner() {
        life.draft(PAULA, customer, MAIL);

        assertThat(text(open(paula(), "/customers?q=" + domain))).contains("Draft", "needs you");
    }

    @Test
    void a_search_without_hits_says_what_a_search_finds() {
        life.draft(PAULA, customer, MAIL);

        assertThat(text(open(paula(), "/customers?q=no-such-customer"))).contains("Nothing found", "Show all customers");
    }

    @Test
    void what_the_address_says_wrongly_counts_as_left_out() {
        life.draft(PAULA, customer, MAIL);

        assertThat(text(open(paula(), "/customers?q=" + domain + "&status=NONE&sort=price&page=-3"))).contains("1 customer");
        assertThat(text(open(paula(), "/customers?q=" + domain + "&page=99999999999"))).contains("1 customer");
        assertThat(text(open(paula(), "/customers?q=" + domain + "&page=77"))).contains("1 customer");
    }

    @Test
    void a_held_service_shows_roles_and_end_and_opens_its_portals() {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        UUID customerId = relationships.get(request.relationshipId()).customer().id();

        // when
        String page = open(paula(), "/customers/" + request.relationshipId());

        // then
        assertThat(text(page)).contains("In force", "Mail you For support, the customer calls you Mail administrator", "Mail settings reader", "UTC", "Infrastructure nobody",
                "Ada Admin", customer, "address proven with a mailed code", "Support duty since", "Ask again", "Ask for lost permissions, or for more");
        assertThat(page).contains(
                "https://mail.cloud.example/admin/" + customerId + "\"",
                "https://mail.cloud.example/admin/" + customerId + "/users\"",
                "https://mail.cloud.example/admin/" + customerId + "/licences\"",
                "/customers/" + request.relationshipId() + "/restore\"")
                .doesNotContain("infrastructure.cloud.example");
    }

    @Test
    void a_service_of_another_partner_is_held_by_another_and_by_no_name() {
        // given
        life.sent(FIONA, customer, MAIL);
        life.approve(customer, MAIL);
        Request request = life.sent(PAULA, customer, INFRASTRUCTURE);
        life.approve(customer, INFRASTRUCTURE);

        // when
        String page = open(paula(), "/customers/" + request.relationshipId());

        // then
        assertThat(text(page)).contains("Mail another partner For support, the customer calls somebody else – – –", "Infrastructure you");
        assertThat(page).doesNotContainIgnoringCase("fabrikam").doesNotContainIgnoringCase("fiona")
                .doesNotContain("mail.cloud.example");
    }

    @Test
    void portals_are_offered_only_while_the_permission_is_held() {
        // given
        Request request = life.sent(PAULA, customer, INFRASTRUCTURE);
        life.approve(customer, INFRASTRUCTURE);
        String page = "/customers/" + request.relationshipId();
        assertThat(open(paula(), page)).contains("infrastructure.cloud.example");

        // when
        life.jobs().pass(Duration.ofDays(INFRASTRUCTURE.days()));

        // then
        assertThat(text(open(paula(), page))).contains("Infrastructure nobody Yours ended on");
        assertThat(open(paula(), page)).doesNotContain("infrastructure.cloud.example");
    }

    @Test
    void what_another_partner_took_over_is_held_by_another_partner() {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.sent(FIONA, customer, MAIL);
        life.approve(life.proven(customer), customer, List.of(new Choice(MAIL, "contoso")));

        // when
        String page = open(paula(), "/customers/" + request.relationshipId());

        // then
        assertThat(text(page)).contains("Mail another partner").doesNotContain("Yours ended");
        assertThat(page).doesNotContain("mail.cloud.example");
    }

    @Test
    void a_partner_sees_nothing_of_another_partners_customers() {
        Request request = life.sent(PAULA, customer, MAIL);
        Visitor fiona = Visitor.signedIn(port, FIONA.address().value());

        assertThat(fiona.open("/customers/" + request.relationshipId()).statusCode()).isEqualTo(404);
        assertThat(fiona.open("/customers/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(text(fiona.open("/customers?q=" + domain).body())).doesNotContain(domain + " ", "1 customer");
    }

    @Test
    void a_row_expands_to_the_parts_of_the_page_alone() {
        Relationship relationship = relationships.get(life.draft(PAULA, customer, MAIL).relationshipId());

        String parts = paula().fragment("/customers/" + relationship.id());

        assertThat(parts).doesNotContain("<html", "<main");
        assertThat(text(parts)).startsWith("Account").contains("Services", "Users and licences", "Requests");
    }

    @Test
    void each_language_has_its_own_words() {
        life.draft(PAULA, customer, MAIL);

        assertThat(text(open(paula().speaking(Locale.GERMAN), "/customers?q=" + domain))).contains("1 Kunde", "wartet auf Sie");
        assertThat(text(open(paula().speaking(Locale.forLanguageTag("es")), "/customers?q=" + domain))).contains("1 cliente", "le espera a usted");
    }

    private Visitor paula() {
        return Visitor.signedIn(port, PAULA.address().value());
    }

    private static String open(Visitor visitor, String path) {
        var answer = visitor.open(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String text(String html) {
        String main = html.replaceAll("(?s)^.*<main", "<main").replaceAll("(?s)</main>.*$", "");
        return HtmlUtils.htmlUnescape(main.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").strip();
    }
}
