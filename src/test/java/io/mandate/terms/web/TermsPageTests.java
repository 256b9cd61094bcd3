package io.mandate.terms.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.mandate.identity.Accounts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.TermChanging;
import io.mandate.testing.Chromium;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.People;
import io.mandate.testing.Person;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.StatementCount;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import io.mandate.web.Times;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** A partner sees which of its permissions end when, and nobody else's. */
@ServiceTest
@Import({Lifecycle.class, StatementCount.class})
class TermsPageTests {

    private static final AskedPermission READER = new AskedPermission("mail", List.of("mail-reader"), 45);

    @Autowired Lifecycle life;
    @Autowired Permissions permissions;
    @Autowired TermChanging changing;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcTemplate jdbc;
    @Autowired StatementCount count;
    @Autowired Times times;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Visitor paula;

    @BeforeEach
    void nothing_is_held(@Autowired Partners partners, @Autowired Accounts accounts) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        jdbc.update("update permission set holder = null, next_due_at = null");
        paula = Visitor.signedIn(port, PAULA.address().value());
    }

    @Test
    void where_nothing_is_held_the_page_says_so() {
        assertThat(words(paula.open("/terms"))).contains("You hold no permission now").doesNotContain("Ask to renew");
        assertThat(words(paula.speaking(Locale.GERMAN).open("/terms"))).contains("Sie haben zurzeit keine Berechtigung");
    }

    @Test
    void what_is_held_is_listed_by_its_end_with_what_happens_then_and_a_way_to_renew_it() {
        // given
        Request later = granted(MAIL, INFRASTRUCTURE);
        Request sooner = granted(READER);
        Permission held = permissions.heldBy(sooner.relationshipId(), clock.instant()).get(0);
        transaction.executeWithoutResult(status -> changing.extending(held, true, "Ada Admin"));

        // when
        HttpResponse<String> page = paula.open("/terms");

        // then
        String first = times.moment(held.endsAt(), Locale.ENGLISH);
        assertThat(words(page)).contains("3 permissions, the nearest end first",
                "Mail " + first + " It is extended shortly before, to " + times.day(held.endsAt().plus(Duration.ofDays(180)), Locale.ENGLISH),
                "It ends, unless the customer renews it");
        assertThat(words(page).indexOf(first)).isLessThan(words(page).indexOf("Infrastructure"));
        assertThat(page.body()).contains("/customers/" + later.relationshipId() + "/restore?service=infrastructure");
        assertThat(words(paula.open("/terms?months=24"))).contains("3 permissions end in the next 24 months", "Show 12 months");
        assertThat(words(Visitor.signedIn(port, FIONA.address().value()).open("/terms"))).contains("You hold no permission now");
    }

    @Test
    void renewing_leads_to_the_request_with_what_is_held_filled_in() {
        // given
        Request request = granted(READER);

        // when
        String form = paula.open("/customers/" + request.relationshipId() + "/restore?service=mail").body();

        // then
        assertThat(form).containsPattern("<input[^>]*name=\"[^\"]*reader\"[^>]*checked");
    }

    @Test
    void however_many_are_held_a_page_takes_as_few_statements() {
        // given
        Permission held = permissions.heldBy(granted(READER).relationshipId(), clock.instant()).get(0);
        paula.open("/terms");
        count.take();
        paula.open("/terms");
        int few = count.take().statements().size();
        for (int i = 0; i < 60; i++) {
            copy(held);
        }
        count.take();

        // when
        HttpResponse<String> page = paula.open("/terms?page=2");

        // then
        assertThat(count.take().statements()).hasSizeLessThanOrEqualTo(few);
        assertThat(words(page)).contains("61 permissions", "Page 2 of 3");
        assertThat(paula.open("/terms?page=99&months=x").statusCode()).isEqualTo(200);
    }

    @Test
    void only_partners_see_it() {
        assertThat(new Visitor(port).open("/terms").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "de"})
    void it_looks_right_and_draws_its_picture_under_a_strict_policy(String language) {
        granted(MAIL, INFRASTRUCTURE);
        try (Chromium chromium = Chromium.start();
                Person person = new Person(chromium.browser(), "http://127.0.0.1:" + port, language)) {
            Page page = person.visit("/sign-in").page();
            page.fill("#username", PAULA.address().value());
            page.fill("#password", People.PASSWORD);
            page.locator("form:has(#password) button").click();
            page.waitForURL("**/customers");
            page.route(address -> address.endsWith("/terms"), route -> {
                var answer = route.fetch();
                Map<String, String> headers = new HashMap<>(answer.headers());
                headers.put("content-security-policy", "default-src 'self'; img-src 'self' data:");
                route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
            });
            person.visit("/terms");
            page.locator("#ends[height]").waitFor();
            assertThat((Integer) page.evaluate("Chart.getChart('ends').data.datasets[0].data.reduce((sum, one) => sum + one, 0)"))
                    .isEqualTo(1);
            person.picture("terms-" + language);
            page.locator("#months summary").click();
            Look.right(page);
        }
    }

    private Request granted(AskedPermission... services) {
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, services);
        life.approve(customer, services);
        life.jobs().runDue();
        return request;
    }

    private void copy(Permission held) {
        UUID id = UUID.randomUUID();
        jdbc.update("insert into customer (id, cloud, identity, country) select ?, cloud, ?, country from customer where id = ?", id, id + ".example", held.customerId());
        jdbc.update("""
                insert into permission (customer_id, service, holder, relationship_id, request_id, roles, granted_at, ends_at,
                    next_due_at)
                select ?, service, holder, relationship_id, request_id, roles, granted_at, ends_at, next_due_at
                from permission where customer_id = ?
                """, id, held.customerId());
    }

    private static String words(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }
}
