package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.SentBy;
import io.mandate.restoration.NewRestoration;
import io.mandate.restoration.Restorations;
import io.mandate.revocation.Removals;
import io.mandate.servicerequest.Author;
import io.mandate.servicerequest.NewServiceRequest;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.servicerequest.Side;
import io.mandate.servicerequest.SupportDesk;
import io.mandate.termchange.LastDays;
import io.mandate.termchange.Shortening;
import io.mandate.termchange.Shortenings;
import io.mandate.testing.Chromium;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A year in which something happens every month, and the pages of both sides afterwards. */
@ServiceTest
@Import(Lifecycle.class)
class YearOfHistoryTests {

    private static final Author SAM = new Author(Side.SUPPORT, EmailAddress.of("sam@mandate.example"), "Sam Sanders");

    @Autowired Lifecycle life;
    @Autowired Restorations restorations;
    @Autowired Removals removals;
    @Autowired Shortenings shortenings;
    @Autowired ServiceRequests serviceRequests;
    @Autowired SupportDesk desk;
    @Autowired Permissions permissions;
    @Autowired Relationships relationships;
    @Autowired Accounts accounts;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private UUID relationship;
    private UUID customer;

    @BeforeEach
    void people(@Autowired Partners partners) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T09:15:00Z")));
        relationship = life.sent(PAULA, address, MAIL, INFRASTRUCTURE).relationshipId();
        life.approve(address, MAIL, INFRASTRUCTURE);
        life.jobs().runDue();
        customer = relationships.get(relationship).customer().id();
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void the_pages_of_both_sides_stay_readable() {
        // given
        for (int quarter = 1; quarter <= 4; quarter++) {
            pass(Duration.ofDays(30));
            removals.removedByCustomer(held("mail"), "Ada Admin", "We look after mail ourselves in quarter " + quarter + ".");
            pass(Duration.ofDays(31));
            serviceRequest("Mail is slow since the removal, quarter " + quarter);
            restored(MAIL);
            pass(Duration.ofDays(20));
            shortenings.byCustomer(held("infrastructure"),
                    new Shortening(Optional.of(LastDays.of(held("infrastructure"), clock.instant()).first().plusDays(2)), ""), "Ada Admin");
            pass(Duration.ofDays(4));
            restored(INFRASTRUCTURE);
        }
        takenOver();

        // then
        try (Chromium chromium = Chromium.start()) {
            try (Page paula = signedIn(chromium, PAULA.address().value(), "en")) {
                look(paula, "customer", "/customers/" + relationship);
                assertThat(paula.locator("details summary").allInnerTexts()).contains("4 earlier ones");
                look(paula, "customers", "/customers");
                look(paula, "terms", "/terms");
            }
            try (Page ada = signedIn(chromium, address, "de")) {
                look(ada, "organisation", "/organisation/" + customer);
                look(ada, "history", "/organisation/" + customer + "/history");
            }
        }
    }

    private Page signedIn(Chromium chromium, String who, String language) {
        Page window = chromium.browser().newPage(new Browser.NewPageOptions().setLocale(language));
        window.navigate("http://127.0.0.1:" + port + "/sign-in");
        window.fill("#username", who);
        window.fill("#password", People.PASSWORD);
        window.click("form[action$='/sign-in'] button[type=submit]");
        return window;
    }

    private void look(Page window, String name, String path) {
        window.navigate("http://127.0.0.1:" + port + path);
        Look.right(window);
        for (int width : List.of(1280, 360)) {
            window.setViewportSize(width, 900);
            window.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target/look/year-" + name + "-" + width + ".png")));
        }
    }

    private void pass(Duration time) {
        life.jobs().pass(time);
        TestMail.acceptAll();
    }

    private void restored(AskedPermission asked) {
        restorations.ask(relationship, new NewRestoration(address, "en", "", List.of(asked), SentBy.MANDATE), PAULA);
        life.jobs().runDue();
        pass(Duration.ofDays(2));
        life.approve(life.proven(address), address, List.of(new Choice(asked, "")));
        life.jobs().runDue();
    }

    private void serviceRequest(String subject) {
        UUID id = UUID.randomUUID();
        serviceRequests.open(id, relationship,
                new NewServiceRequest(Optional.of("mail"), Optional.of(ServicePriority.HIGH), subject, "It takes minutes."), PAULA);
        life.jobs().runDue();
        desk.solve(id, UUID.randomUUID(), "Restarted what hung.", SAM);
        life.jobs().runDue();
    }

    private void takenOver() {
        life.sent(FIONA, address, MAIL);
        life.approve(life.proven(address), address, List.of(new Choice(MAIL, "contoso")));
        life.jobs().runDue();
    }

    private Permission held(String service) {
        return permissions.heldBy(relationship, clock.instant()).stream()
                .filter(held -> held.service().equals(service)).findFirst().orElseThrow();
    }
}
