package io.mandate.overview.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.ListPage;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The process owner's list of all requests, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class OverviewTests {

    @Autowired Lifecycle life;
    @Autowired RuntimeService runtime;
    @LocalServerPort int port;

    private final String customer = Lifecycle.newAddress();
    private final String domain = customer.substring(customer.indexOf('@') + 1);

    @BeforeEach
    void people(@Autowired Partners partners, @Autowired Accounts accounts) {
        People.join(partners, accounts);
    }

    @Test
    void shows_requests_of_all_partners_each_with_its_process_in_cockpit_while_it_runs() {
        // given
        Request waiting = life.sent(PAULA, customer, MAIL);
        Request withdrawnSoon = life.sent(FIONA, customer, MAIL);
        life.decline(customer, "");
        life.jobs().runDue();

        // when
        String list = open("?q=" + domain);

        // then
        assertThat(words(list)).contains("2 requests", "Contoso Cloud", "Fabrikam Managed Services", customer,
                "Waiting for the customer", "Declined", "ended");
        assertThat(list).contains("/requests/" + waiting.id(), "/requests/" + withdrawnSoon.id(),
                "#/process-instance/" + instance(waiting) + "/runtime");
        assertThat(list.split("#/process-instance/")).hasSize(2);
    }

    @Test
    void a_retried_send_has_one_process_for_each_request_of_a_relationship() {
        // given
        Request first = life.reviewed(life.draft(PAULA, customer, MAIL), PAULA, SentBy.MANDATE);
        Request second = life.draft(PAULA, customer, Lifecycle.INFRASTRUCTURE);

        // then
        assertThat(open("?q=" + domain)).contains(instance(first), instance(second));
    }

    @Test
    void what_goes_on_after_the_answer_is_found_as_well(@Autowired Permissions permissions, @Autowired Removals removals,
            @Autowired Clock clock) {
        // given a grant whose report is due
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        assertThat(words(open("?q=" + domain))).contains("Approved", "Open in Cockpit");
        life.jobs().runDue();
        assertThat(words(open("?q=" + domain))).contains("ended").doesNotContain("in Cockpit");

        // when
        removals.removedByCustomer(
                permissions.heldBy(request.relationshipId(), clock.instant()).get(0), "Ada Admin", "");

        // then
        assertThat(words(open("?q=" + domain))).contains("In force, without permission", "Removal in Cockpit").doesNotContain("ended");
        life.jobs().runDue();
        assertThat(words(open("?q=" + domain))).contains("ended").doesNotContain("in Cockpit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "NORTHW", "contoso", "northwind contoso"})
    void is_searched_by_customer_and_partner(String words) {
        life.draft(PAULA, customer, MAIL);

        assertThat(open("?q=" + words.replace(" ", "+") + "+" + domain)).contains(customer);
        assertThat(open("?q=fabrikam+" + domain)).doesNotContain(customer);
    }

    @Test
    void is_narrowed_by_status() {
        life.sent(PAULA, customer, MAIL);

        assertThat(open("?status=WAITING&q=" + domain)).contains(customer);
        assertThat(words(open("?status=DRAFT&q=" + domain))).contains("Nothing found", "Show all").doesNotContain(customer);
    }

    @Test
    void is_read_page_by_page_with_the_newest_first() {
        // given
        int more = ListPage.SIZE + 1;
        IntStream.range(0, more).forEach(number -> life.draft(PAULA, "p" + number + "@p" + number + "." + domain, MAIL));
        // The domains differ, their beginning does not: all are found by the last of them alone, none by the others.
        String newest = "p" + (more - 1) + "@";

        // then
        assertThat(open("")).contains(newest);
        assertThat(open("?page=2")).doesNotContain(newest).contains("page=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=abc", "page=99999999999", "page=0", "status=NONE", "status=%00", "q=%25_'%22%3Cb%3E"})
    void what_the_address_says_wrongly_counts_as_left_out(String wrong) {
        life.draft(PAULA, customer, MAIL);

        assertThat(olivia().open("/overview?" + wrong).statusCode()).isEqualTo(200);
        assertThat(open("?" + wrong)).doesNotContain("<b>");
    }

    @Test
    void is_closed_to_others() {
        assertThat(Visitor.signedIn(port, PAULA.address().value()).open("/overview").statusCode()).isEqualTo(403);
        assertThat(Visitor.location(new Visitor(port).open("/overview"))).isEqualTo("/sign-in");
    }

    @Test
    void speaks_german_and_spanish() {
        assertThat(words(olivia().speaking(Locale.GERMAN).open("/overview?q=none").body())).contains("Nichts gefunden");
        assertThat(words(olivia().speaking(Locale.forLanguageTag("es")).open("/overview?q=none").body())).contains("No se encontró nada");
    }

    private String instance(Request request) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("invitation")
                .variableValueEquals("request", request.id().toString()).singleResult().getId();
    }

    private String open(String query) {
        return olivia().open("/overview" + query).body();
    }

    private Visitor olivia() {
        return Visitor.signedIn(port, People.OLIVIA);
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
