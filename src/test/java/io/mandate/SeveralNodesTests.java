package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.CARL;
import static io.mandate.testing.People.PASSWORD;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.Partners;
import io.mandate.session.web.SavedAtOnce;
import io.mandate.testing.Device;
import io.mandate.testing.FakeProvider;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ProviderTest;
import io.mandate.testing.Providers;
import io.mandate.testing.SecondNode;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;

/** Two nodes on one PostgreSQL; each request of a person goes to the other one than the request before. */
@ProviderTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class SeveralNodesTests {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/sign-in/link/[A-Za-z0-9_-]+)");
    private static final Pattern TOKEN = Pattern.compile("mdt_[0-9a-f]{72}");
    private static int second;

    @LocalServerPort int first;
    @Autowired DataSource database;
    @Autowired JdbcClient jdbc;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Passkeys passkeys;
    @Autowired SessionRepository<? extends Session> sessions;
    @Autowired Lifecycle life;

    private Visitor person;

    @BeforeEach
    void two_nodes() throws SQLException {
        if (second == 0) {
            second = SecondNode.start(database.unwrap(HikariDataSource.class).getJdbcUrl(), Map.of());
        }
        TestMail.acceptAll();
        People.join(partners, accounts);
        person = new Visitor(first, second);
    }

    @Test
    void with_a_password_the_page_that_was_asked_for_follows_and_signing_out_counts_everywhere() {
        assertThat(location(person.open("/customers?q=north"))).isEqualTo("/sign-in");
        assertThat(location(person.signIn("paula@contoso.example", "wrong"))).isEqualTo("/sign-in?refused");
        assertThat(person.open("/sign-in?refused").body()).contains("value=\"paula@contoso.example\"");

        assertThat(location(person.signIn(PAULA.address().value(), PASSWORD))).isEqualTo("/customers?q=north");
        for (int i = 0; i < 3; i++) {
            assertThat(person.open("/customers").statusCode()).isEqualTo(200);
        }

        Visitor thief = new Visitor(first, second);
        thief.use(person);
        assertThat(thief.open("/customers").statusCode()).isEqualTo(200);
        assertThat(location(person.submit("/customers", "/sign-out", Map.of()))).isEqualTo("/sign-in?signedOut");
        assertThat(List.of(thief.open("/customers"), thief.open("/customers"))).extracting(Visitor::location).containsOnly("/sign-in");
    }

    @Test
    void what_was_typed_and_what_was_done_is_shown_by_the_other_node() {
        person.signIn(People.OLIVIA, PASSWORD);
        String id = "p" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> form = Map.of("id", id, "name", "Newcomer " + id, "since", "2020-01-01", "markets-global", "us");

        HttpResponse<String> added = person.submit("/partners/new", "/partners", form);
        String list = person.open(location(added)).body();

        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(list).contains("notice success").contains("Newcomer " + id);
        assertThat(person.open("/partners").body()).as("said once").doesNotContain("notice success");
    }

    @Test
    void with_an_identity_provider_there_and_back_and_out_again() {
        String address = UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";

        HttpResponse<String> back = Providers.signIn(person, "contoso", token -> token.person(address, "Ann").with("roles", List.of("staff")));

        assertThat(location(back)).isEqualTo("/customers");
        assertThat(IntStream.range(0, 3).mapToObj(i -> person.open("/customers").statusCode())).containsOnly(200);
        String ending = location(person.submit("/customers", "/sign-out", Map.of()));
        assertThat(ending).isEqualTo("/sign-in/ending");
        assertThat(person.open(ending).headers().firstValue("Refresh")).hasValueSatisfying(
                refresh -> assertThat(refresh).startsWith("0;url=" + FakeProvider.started().issuer("contoso") + "/end?id_token_hint=ey"));

        // and on a node where nobody of that provider signed in before
        Visitor elsewhere = new Visitor(first, first, first, first, second);
        Providers.signIn(elsewhere, "both", token -> token.person("x" + address, "Bo").with("org", "con"));
        assertThat(location(elsewhere.submit("/customers", "/sign-out", Map.of()))).isEqualTo("/sign-in/ending");
    }

    @Test
    void with_a_mailed_link() {
        String address = Lifecycle.newAddress();
        life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);

        HttpResponse<String> asked = person.submit("/sign-in", "/sign-in/link", Map.of("username", address));
        assertThat(person.open(location(asked)).body()).contains(address);
        await().until(() -> TestMail.to(address).stream().anyMatch(mail -> LINK.matcher(TestMail.text(mail)).find()));
        Matcher link = TestMail.to(address).stream().map(mail -> LINK.matcher(TestMail.text(mail))).filter(Matcher::find).findFirst().orElseThrow();
        HttpResponse<String> entered = person.submit(link.group(1), "/sign-in/by-link", Map.of("token", link.group(1).replaceFirst(".*/", "")));

        assertThat(location(entered)).isEqualTo("/organisation");
        String page = location(person.open("/organisation"));
        assertThat(IntStream.range(0, 2).mapToObj(i -> person.open(page).body())).allMatch(body -> body.contains("Contoso Cloud"));
    }

    @Test
    void with_a_passkey_that_was_added_the_same_way() {
        Device device = new Device("http://mandate.example");
        person.signIn(CARL, PASSWORD);
        String created = device.create(person.script("/passkeys", "/passkeys/new/options").body());
        HttpResponse<String> added = person.submit("/passkeys", "/passkeys", Map.of("name", "Phone", "credential", created));
        assertThat(person.open(location(added)).body()).contains("Phone");
        person.submit("/passkeys", "/sign-out", Map.of());

        String used = device.get(person.script("/sign-in", "/sign-in/passkey/options").body());
        HttpResponse<String> entered = person.submit("/sign-in", "/sign-in/passkey", Map.of("credential", used));

        assertThat(location(entered)).isEqualTo("/customers");
        assertThat(location(person.submit("/customers", "/sign-in/passkey", Map.of("credential", used)))).isEqualTo("/sign-in?passkey=refused");
        assertThat(passkeys.of(new PasskeyOwner(PasskeyOwner.Kind.STAFF, CARL))).hasSize(1);
        jdbc.sql("delete from passkey_user").update();
    }

    @Test
    void in_tasklist_and_cockpit() {
        person.signIn(People.OLIVIA, PASSWORD);

        assertThat(person.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        for (int i = 0; i < 4; i++) {
            assertThat(person.engine("POST", "/process-instance/count", "{}").get("count").asLong()).isNotNegative();
        }
        assertThat(person.rest("GET", "/admin/auth/user/default", null).body()).contains("cockpit", "tasklist");
    }

    @Test
    void an_access_token_is_shown_once_by_whichever_node() {
        person.signIn(People.OLIVIA, PASSWORD);
        Map<String, String> form = Map.of("key", UUID.randomUUID().toString(), "name", "mail-service", "services", "mail",
                "scopes", "mandate.decisions", "days", "90");

        String page = location(person.submit("/tokens/new", "/tokens", form));
        Matcher text = TOKEN.matcher(person.open(page).body());

        assertThat(text.find()).isTrue();
        assertThat(person.open(page).statusCode()).isEqualTo(410);
        assertThat(jdbc.sql("select count(*) from access_token").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void two_requests_of_one_session_at_the_same_moment_are_no_trouble() throws Exception {
        SavedAtOnce.check(sessions);
    }

    @Test
    void guessing_a_password_is_slow_wherever_it_is_tried() {
        String ann = "ann-" + UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";
        accounts.add(Account.ofPartner("contoso", ann, "Ann", "{noop}" + PASSWORD, "en"));
        for (int i = 0; i < 5; i++) {
            assertThat(new Visitor(i % 2 == 0 ? first : second).signIn(ann, "wrong").statusCode()).isEqualTo(302);
        }

        assertThat(new Visitor(first).signIn(ann, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(new Visitor(second).signIn(ann, PASSWORD).statusCode()).isEqualTo(429);
    }
}
