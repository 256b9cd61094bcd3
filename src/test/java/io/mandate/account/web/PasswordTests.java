package io.mandate.account.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** People set their passwords by a mailed link, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class PasswordTests {

    private static final String GOOD = "kettle orbit violet damp";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/password/[A-Za-z0-9_-]{43})");

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private Staff staff;
    private Visitor visitor;

    @BeforeEach
    void people() {
        TestMail.acceptAll();
        staff = Staff.join(partners, accounts);
        visitor = new Visitor(port);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void the_link_shows_a_form_and_the_form_sets_the_password_once() {
        // given
        Visitor before = Visitor.signedIn(port, staff.ann());
        String link = link(staff.ann());

        // when fetched, nothing happens
        String page = visitor.open(link).body();
        assertThat(page).contains("Set your password", staff.ann(), "no-referrer", "autocomplete=\"new-password\"",
                "autocomplete=\"username\"");
        assertThat(before.open("/customers").statusCode()).isEqualTo(200);

        // and when
        var answer = set(link, GOOD, GOOD);

        // then
        assertThat(location(answer)).isEqualTo("/sign-in?password=set");
        assertThat(visitor.open("/sign-in?password=set").body()).contains("Your password is set");
        assertThat(location(before.open("/customers"))).isEqualTo("/sign-in");
        assertThat(location(new Visitor(port).signIn(staff.ann(), People.PASSWORD))).isEqualTo("/sign-in?refused");
        assertThat(location(new Visitor(port).signIn(staff.ann(), GOOD))).isEqualTo("/customers");
        await().until(() -> TestMail.to(staff.ann()).stream().anyMatch(one -> TestMail.subject(one).contains("was changed")));

        // and when used again
        assertThat(visitor.submit("/password/forgotten", "/password", Map.of("token", link.replaceAll(".*/", ""), "password", GOOD,
                "again", GOOD)).statusCode()).isEqualTo(410);
        assertThat(visitor.open(link).body()).contains("does not work any more");
        assertThat(jdbc.sql("select kind from account_act where about = ?").param(staff.ann()).query(String.class).list())
                .containsExactly("PASSWORD_SET");
    }

    @Test
    void setting_it_uses_up_all_other_links() {
        String first = link(staff.ann());
        String second = link(staff.ann());

        set(second, GOOD, GOOD);

        assertThat(visitor.open(first).statusCode()).isEqualTo(410);
    }

    @Test
    void it_works_for_a_day() {
        String link = link(staff.ann());

        ClockUtil.offset(Duration.ofHours(24).plusMinutes(1).toMillis());

        assertThat(visitor.open(link).statusCode()).isEqualTo(410);
        assertThat(visitor.forge("/password", Map.of("token", link)).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "short               | short               | Please use at least 12 characters",
        "password1234        | password1234        | easy to guess",
        "kettle ann@ Mandate | kettle ann@ Mandate | Please leave out",
        "kettle orbit violet damp | kettle orbit violet | not the same password",
        "                    |                     | Please use at least 12 characters",
    })
    void a_password_that_is_not_taken_leaves_the_link_alive_and_is_not_shown(String password, String again, String says) {
        String link = link(staff.ann());

        var answer = set(link, password == null ? "" : password, again == null ? "" : again);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(says).doesNotContain("value=\"kettle", "value=\"password1234");
        assertThat(location(set(link, GOOD, GOOD))).isEqualTo("/sign-in?password=set");
    }

    @Test
    void a_form_that_was_open_too_long_comes_again() {
        String link = link(staff.ann());

        var answer = new Visitor(port).forge("/password", Map.of("token", link.replaceAll(".*/", ""), "password", GOOD, "again", GOOD));

        assertThat(location(answer)).isEqualTo(link + "?expired");
        assertThat(location(new Visitor(port).forge("/password", Map.of("token", "../../evil?x=\r\ny")))).isEqualTo("/password/forgotten?expired");
        assertThat(location(new Visitor(port).forge("/password/forgotten", Map.of("address", staff.ann()))))
                .isEqualTo("/password/forgotten?expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/password/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/password/x", "/password/..%2f", "/password"})
    void what_is_no_link_opens_nothing(String path) {
        assertThat(visitor.open(path).statusCode()).isIn(400, 404, 405, 410);
    }

    @Test
    void the_answer_is_the_same_for_everybody_and_who_has_no_password_gets_no_mail() {
        // given
        String stranger = staff.address("stranger");
        String locked = staff.address("cleo");
        String ofProvider = staff.address("dora");
        accounts.add(Account.ofPartner(staff.partner(), locked, "Cleo", "{noop}x", "en"));
        jdbc.sql("update account set locked_at = now() where username = ?").param(locked).update();
        accounts.add(Account.ofPartner(staff.partner(), ofProvider, "Dora", "{noop}x", "en").withProvider("contoso-id"));

        // when
        for (String address : new String[] {stranger, locked, ofProvider, staff.bob()}) {
            assertThat(location(ask(address))).isEqualTo("/password/forgotten");
            assertThat(visitor.open("/password/forgotten").body()).contains("If " + address + " has an account with a password");
        }

        // then
        await().until(() -> TestMail.to(staff.bob()).size() == 1);
        for (String address : new String[] {stranger, locked, ofProvider}) {
            assertThat(TestMail.to(address)).isEmpty();
        }
    }

    @Test
    void no_more_than_five_an_hour() {
        for (int i = 0; i < 7; i++) {
            ask(staff.ann());
        }
        ask(staff.bob());

        await().until(() -> TestMail.to(staff.bob()).size() == 1 && TestMail.to(staff.ann()).size() == 5);
        assertThat(jdbc.sql("select count(*) from password_link where username = ?").param(staff.ann()).query(Integer.class).single())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann at home", "", "<script>alert(1)</script>", "${7*7}"})
    void what_is_no_address_says_so_and_keeps_the_typing(String typed) {
        var answer = ask(typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This is not an e-mail address").doesNotContain("<script>alert");
    }

    @Test
    void the_token_is_nowhere_but_in_the_mail() {
        String token = link(staff.ann()).replaceAll(".*/", "");

        assertThat(jdbc.sql("select token_hash from password_link where username = ?").param(staff.ann()).query(String.class).list())
                .hasSize(1).noneMatch(stored -> stored.contains(token));
    }

    @Test
    void the_password_is_kept_as_argon2id_however_long_it_is() {
        String longest = "kettle orbit violet damp ".repeat(6).substring(0, 128);
        set(link(staff.ann()), longest, longest);

        assertThat(accounts.find(staff.ann()).orElseThrow().passwordHash().orElseThrow()).startsWith("{argon2id}$argon2id$");
        assertThat(location(new Visitor(port).signIn(staff.ann(), longest.substring(0, 127)))).isEqualTo("/sign-in?refused");
        assertThat(location(new Visitor(port).signIn(staff.ann(), longest))).isEqualTo("/customers");
    }

    @Test
    void a_hash_of_before_is_checked_and_then_replaced() {
        String bcrypt = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("demo");
        String cleo = staff.address("cleo");
        accounts.add(Account.ofPartner(staff.partner(), cleo, "Cleo", bcrypt, "en"));

        assertThat(location(new Visitor(port).signIn(cleo, "demo"))).isEqualTo("/customers");

        assertThat(accounts.find(cleo).orElseThrow().passwordHash().orElseThrow()).startsWith("{argon2id}");
        assertThat(location(new Visitor(port).signIn(cleo, "demo"))).isEqualTo("/customers");
    }

    private HttpResponse<String> ask(String address) {
        return visitor.submit("/password/forgotten", "/password/forgotten", Map.of("address", address));
    }

    private HttpResponse<String> set(String link, String password, String again) {
        return visitor.submit(link, "/password", Map.of("token", link.replaceAll(".*/", ""), "password", password, "again", again));
    }

    private String link(String address) {
        long before = links(address);
        ask(address);
        await().until(() -> links(address) > before);
        var mails = TestMail.to(address);
        Matcher link = LINK.matcher(TestMail.text(mails.get(mails.size() - 1)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static long links(String address) {
        return TestMail.to(address).stream().filter(mail -> LINK.matcher(TestMail.text(mail)).find()).count();
    }
}
