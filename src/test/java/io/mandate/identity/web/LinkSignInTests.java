package io.mandate.identity.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators of customers sign in with a link that is mailed to them. */
@ServiceTest
@Import(Lifecycle.class)
class LinkSignInTests {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/sign-in/link/[A-Za-z0-9_-]+)");

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Administrators administrators;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private Visitor ada;
    private Visitor asking;
    private String address;
    private UUID customer;

    @BeforeEach
    void ada_approved_once() {
        TestMail.acceptAll();
        ada = new Visitor(port);
        asking = new Visitor(port);
        address = Lifecycle.newAddress();
        Request request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        customer = relationships.get(request.relationshipId()).customer().id();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void the_link_shows_a_button_and_the_button_signs_in() {
        // given
        String link = link();

        // when fetched, nothing happens
        String page = ada.open(link).body();
        assertThat(page).contains("Sign in", "no-referrer");
        assertThat(ada.open("/organisation").statusCode()).isEqualTo(302);

        // and when
        var entered = enter(link);

        // then
        assertThat(location(entered)).isEqualTo("/organisation");
        assertThat(location(ada.open("/organisation"))).isEqualTo("/organisation/" + customer);
        assertThat(ada.open("/organisation/" + customer).body()).contains("Northwind Traders", "Contoso Cloud");
    }

    @Test
    void it_works_once_and_for_ten_minutes() {
        // given
        String link = link();
        enter(link);

        // then
        assertThat(location(new Attempt(new Visitor(port), link).enter())).isEqualTo("/sign-in?link=dead#customers");

        // and when
        String late = link();
        ClockUtil.offset(Duration.ofMinutes(11).toMillis());

        // then
        assertThat(location(new Attempt(new Visitor(port), late).enter())).isEqualTo("/sign-in?link=dead#customers");
        assertThat(new Visitor(port).open("/sign-in?link=dead").body()).contains("older than ten minutes");
    }

    @Test
    void the_answer_is_the_same_for_everybody_and_others_get_no_mail() {
        // given
        String stranger = "stranger@" + address.substring(address.indexOf('@') + 1);

        // when
        var known = ask(address);
        var unknown = ask(stranger);

        // then
        assertThat(location(known)).isEqualTo(location(unknown)).isEqualTo("/sign-in?link=sent#customers");
        await().until(() -> TestMail.to(address).stream().anyMatch(mail -> LINK.matcher(TestMail.text(mail)).find()));
        assertThat(TestMail.to(stranger)).isEmpty();
        assertThat(tokens(stranger)).isZero();
        assertThat(asking.open("/sign-in?link=sent").body()).contains("If " + stranger + " belongs to an administrator");
    }

    @Test
    void what_is_no_address_says_so_and_keeps_the_typing() {
        assertThat(location(ask("ada at home"))).isEqualTo("/sign-in?link=wrong#customers");
        assertThat(asking.open("/sign-in?link=wrong").body()).contains("This is not an e-mail address", "value=\"ada at home\"");
        assertThat(location(ask(""))).isEqualTo("/sign-in?link=wrong#customers");
    }

    @Test
    void the_token_is_nowhere_but_in_the_mail() {
        String token = link().replaceAll(".*/", "");

        assertThat(jdbc.sql("select token_hash from sign_in_link where address = :address").param("address", address)
                .query(String.class).list()).hasSize(1).noneMatch(stored -> stored.contains(token));
    }

    @Test
    void no_more_than_five_an_hour() {
        for (int i = 0; i < 7; i++) {
            ask(address);
        }
        String other = Lifecycle.newAddress();
        life.sent(PAULA, other, MAIL);
        life.approve(other, MAIL);
        ask(other);
        await().until(() -> tokens(other) == 1);

        await().until(() -> tokens(address) == 5);
    }

    @Test
    void an_administrator_who_was_removed_is_out_at_once() {
        // given
        enter(link());
        EmailAddress self = EmailAddress.of(address);
        transaction.executeWithoutResult(status -> {
            EmailAddress ben = EmailAddress.of("ben@" + self.domain());
            administrators.name(customer, ben, "Ben", Locale.ENGLISH, self);
            administrators.remove(customer, self, ben);
        });

        // then
        assertThat(location(ada.open("/organisation/" + customer))).isEqualTo("/sign-in?link=removed#customers");
        assertThat(location(ada.open("/organisation"))).isEqualTo("/sign-in");
    }

    private long tokens(String of) {
        return jdbc.sql("select count(*) from sign_in_link where address = :address").param("address", of)
                .query(Long.class).single();
    }

    private HttpResponse<String> ask(String typed) {
        return asking.submit("/sign-in", "/sign-in/link", Map.of("username", typed));
    }

    private String link() {
        long before = links();
        ask(address);
        await().until(() -> links() > before);
        var mails = TestMail.to(address);
        Matcher link = LINK.matcher(TestMail.text(mails.get(mails.size() - 1)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private long links() {
        return TestMail.to(address).stream().filter(mail -> LINK.matcher(TestMail.text(mail)).find()).count();
    }

    private HttpResponse<String> enter(String link) {
        return new Attempt(ada, link).enter();
    }

    private record Attempt(Visitor visitor, String link) {

        HttpResponse<String> enter() {
            return visitor.submit(link, "/sign-in/by-link", Map.of("token", link.replaceAll(".*/", "")));
        }
    }
}
