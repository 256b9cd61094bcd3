package io.mandate.organisation.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.TermChanges;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import io.mandate.web.Times;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** A test of the page on which a customer lets a permission end earlier, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
abstract class ShortenPageTest {

    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired TermChanges changes;
    @Autowired Removals removals;
    @Autowired Accounts accounts;
    @Autowired Times times;
    @Autowired Clock clock;
    @LocalServerPort int port;

    final String address = Lifecycle.newAddress();
    Request request;
    UUID customer;
    String home;
    String page;
    Visitor ada;

    @BeforeEach
    void a_permission_for_a_year(@Autowired Partners partners) {
        TestMail.acceptAll();
        ClockUtil.setCurrentTime(Date.from(NOON));
        People.join(partners, accounts);
        given(MAIL);
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    void given(AskedPermission asked) {
        request = life.sent(PAULA, address, asked);
        life.approve(address, asked);
        life.jobs().runDue();
        customer = relationships.get(request.relationshipId()).customer().id();
        home = "/organisation/" + customer;
        page = home + "/services/mail/shorten";
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        ada = Visitor.signedIn(port, address);
    }

    Map<String, String> form(String lastDay) {
        Matcher shown = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"").matcher(ada.open(page).body());
        assertThat(shown.find()).isTrue();
        return new HashMap<>(Map.of("shown", shown.group(1), "lastDay", lastDay, "note", "Thank you <b>${7*7}</b>"));
    }

    HttpResponse<String> shorten(Map<String, String> form) {
        return ada.submit(page, page, form);
    }

    void unchanged() {
        assertThat(held().endsAt()).isEqualTo(held().grantedAt().plusSeconds(365 * 86_400));
        assertThat(changes.of(held().relationshipId())).isEmpty();
    }

    Permission held() {
        return permissions.find(customer, "mail").orElseThrow();
    }

    LocalDate day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    String written(int days) {
        return times.day(day(days), Locale.ENGLISH);
    }

    static String words(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }
}
