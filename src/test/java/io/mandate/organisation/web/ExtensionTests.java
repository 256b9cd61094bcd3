package io.mandate.organisation.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Terms;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.HtmlUtils;

/** A customer lets a permission be extended, and stops that, with one click each. */
@ServiceTest
@Import(Lifecycle.class)
class ExtensionTests {

    private static final AskedPermission READER = new AskedPermission("mail", List.of("mail-reader"), 90);

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Terms terms;
    @Autowired Accounts accounts;
    @Autowired JdbcTemplate jdbc;
    @Autowired RepositoryService repository;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private Request request;
    private UUID customer;
    private String home;
    private Visitor ada;

    @BeforeEach
    void people(@Autowired Partners partners) {
        TestMail.acceptAll();
        People.join(partners, accounts);
    }

    private void given(AskedPermission asked) {
        request = life.sent(PAULA, address, asked);
        life.approve(address, asked);
        life.jobs().runDue();
        customer = relationships.get(request.relationshipId()).customer().id();
        home = "/organisation/" + customer;
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        ada = Visitor.signedIn(port, address);
    }

    @Test
    void a_click_lets_it_be_extended_and_another_stops_that() {
        // given
        given(READER);
        assertThat(words(ada.open(home))).contains("It ends then", "Extend by 180 days until stopped").doesNotContain("Stop extending");
        assertThat(terms.extending(customer)).isEmpty();

        // when
        HttpResponse<String> answer = click("true");

        // then
        assertThat(Visitor.location(answer)).isEqualTo(home);
        assertThat(terms.extending(customer)).containsExactly("mail");
        assertThat(words(ada.open(home))).contains("The permission for Mail is extended before its end from now on",
                "it is extended by 180 days", "Stop extending");

        // and when
        click("false");

        // then
        assertThat(terms.extending(customer)).isEmpty();
        assertThat(words(ada.open(home))).contains("The extension of the permission for Mail is stopped", "It ends then");
        assertThat(words(ada.open(home + "/history"))).contains(
                "lets the permission for Mail be extended before its end", "stopped the extension of the permission for Mail");
        Visitor paula = Visitor.signedIn(port, PAULA.address().value());
        assertThat(words(paula.open("/requests/" + request.id()))).contains("stopped the extension of the permission for Mail");
        assertThat(words(ada.speaking(Locale.GERMAN).open(home))).contains("Um 180 Tage verlängern, bis beendet");
    }

    @Test
    void a_mistake_in_the_table_takes_the_choice_away_and_nothing_else() throws IOException {
        // given
        given(READER);
        String table = Files.readString(Path.of("processes/term-rules.dmn")).replace("\"30, 7, 1, 0\"", "\"30; 7\"");
        String mistaken = repository.createDeployment().addString("term-rules.dmn", table).deploy().getId();

        try {
            // when
            HttpResponse<String> page = ada.open(home);

            // then
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(words(page)).contains("Remove", "Shorten the term").doesNotContain("Extend by 180 days");
        } finally {
            repository.deleteDeployment(mistaken, true);
        }
        assertThat(words(ada.open(home))).contains("Extend by 180 days");
    }

    @Test
    void the_strongest_is_never_offered_and_never_extended_whatever_is_sent() {
        // given
        given(new AskedPermission("mail", List.of("mail-administrator"), 90));
        assertThat(words(ada.open(home))).doesNotContain("Extend by", "It ends then");

        // when
        var held = permissions.find(customer, "mail").orElseThrow();
        HttpResponse<String> answer = ada.submit(home, home + "/services/mail/extension",
                Map.of("shown", held.mark(), "wanted", "true"));

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(terms.extending(customer)).isEmpty();
    }

    @Test
    void what_changed_meanwhile_stays_as_it_is_and_the_page_shows_it() {
        // given
        given(READER);
        String shown = shown();
        jdbc.update("update permission set ends_at = ends_at + interval '1' day where customer_id = ?", customer);

        // when
        HttpResponse<String> answer = ada.submit(home, home + "/services/mail/extension", Map.of("shown", shown, "wanted", "true"));

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer)).contains("The permission for Mail has changed since this page was opened");
        assertThat(terms.extending(customer)).isEmpty();
    }

    @Test
    void nobody_else_may() {
        // given
        given(MAIL);
        String other = Lifecycle.newAddress();
        Request foreign = life.sent(PAULA, other, READER);
        life.approve(other, READER);
        UUID theirs = relationships.get(foreign.relationshipId()).customer().id();

        // when
        HttpResponse<String> answer = ada.submit(home, "/organisation/" + theirs + "/services/mail/extension",
                Map.of("shown", permissions.find(theirs, "mail").orElseThrow().mark(), "wanted", "true"));

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(terms.extending(theirs)).isEmpty();
    }

    private HttpResponse<String> click(String wanted) {
        return ada.submit(home, home + "/services/mail/extension", Map.of("shown", shown(), "wanted", wanted));
    }

    private String shown() {
        Matcher found = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"").matcher(ada.open(home).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String words(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }
}
