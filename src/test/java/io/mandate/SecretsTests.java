package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
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
import io.mandate.testing.DatabaseContent;
import io.mandate.testing.ExampleService;
import io.mandate.testing.KnownSecrets;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.LogText;
import io.mandate.testing.OpenAnswers;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestEnvironment;
import io.mandate.testing.TestMail;
import io.mandate.testing.ToldServiceTest;
import io.mandate.testing.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/**
 * Whole lives of requests, with all that can go wrong on the way; afterwards each secret is looked for everywhere: in the log, in
 * every column of every table of Mandate's and the engine's, in the mails, and in what pages and web apps answer.
 */
@ServiceTest
@Import(Lifecycle.class)
@TestPropertySource(properties = {
    "mandate.test.database-password=" + SecretsTests.DATABASE, "spring.mail.username=mandate", "spring.mail.password=" + SecretsTests.MAIL_SERVER
})
class SecretsTests extends ToldServiceTest {

    static final String DATABASE = "canary-of-the-database";
    static final String MAIL_SERVER = "canary-of-the-mail-server";
    private static final String PASSWORD = "Canary of a person, 1!";
    private static final String PETRA = "petra@contoso.example";
    private static final Pattern SIGN_IN_LINK = Pattern.compile("/sign-in/link/([A-Za-z0-9_-]+)");

    @Autowired Lifecycle life;
    @Autowired Accounts accounts;
    @Autowired PasswordEncoder passwords;
    @Autowired Permissions permissions;
    @Autowired Removals removals;
    @Autowired Restorations restorations;
    @Autowired ServiceRequests serviceRequests;
    @Autowired SupportDesk desk;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private final KnownSecrets secrets = new KnownSecrets();
    private final List<String> customers = new ArrayList<>();

    @AfterEach
    void now() {
        ClockUtil.reset();
        TestMail.acceptAll();
    }

    @Test
    void no_secret_is_found_where_it_does_not_belong() throws Exception {
        try (LogText log = new LogText()) {
            secrets.add("link secret", TestEnvironment.LINK_SECRET);
            secrets.add("service's secret", ExampleService.SECRET.substring("whsec_".length()));
            secrets.add("database password", DATABASE);
            secrets.add("mail server's password", MAIL_SERVER);
            secrets.add("person's password", PASSWORD);

            // when
            signIn();
            Request request = grantWithTrouble();
            declined();
            lostAndAskedForAgain(request);
            supported(request);
            signInByLink();
            List<String> answers = new OpenAnswers(port).all(request.id(), secretsInLinks());

            // then
            secrets.assertNowhere(log.events(), new DatabaseContent(jdbc), answers);
            assertThat(context.getBeansWithAnnotation(ConfigurationProperties.class).values()).hasSizeGreaterThan(10)
                    .noneMatch(secrets::areIn);
        }
    }

    private void signIn() {
        accounts.add(Account.ofPartner("contoso", PETRA, "Petra Canary", passwords.encode(PASSWORD), "en"));
        accounts.add(Account.ofProcessOwner(People.OLIVIA, "Olivia Owens", "{noop}" + People.PASSWORD, "en"));
        Visitor petra = new Visitor(port);
        assertThat(Visitor.location(petra.signIn("nobody@contoso.example", PASSWORD))).contains("/sign-in");
        assertThat(Visitor.location(petra.signIn(PETRA, PASSWORD))).doesNotContain("/sign-in");
        petra.open("/customers");
        petra.cookies().stream().filter(cookie -> cookie.length() > 20).forEach(cookie -> secrets.add("cookie " + cookie.length(), cookie));
    }

    /** The mail server fails until an incident, the customer proves who it is by the page, the service fails until an incident. */
    private Request grantWithTrouble() {
        String address = customer();
        Request draft = life.draft(PAULA, address, MAIL);
        life.reviewed(draft, PAULA, SentBy.MANDATE);
        TestMail.failFor(address);
        life.jobs().failUntilIncident(instance("invitation", draft.relationshipId()));
        TestMail.acceptAll();
        tryAgain();
        link(address);

        String page = "/answer/" + life.token(address);
        Visitor browser = new Visitor(port);
        browser.submit(page, page + "/code", Map.of("address", address));
        secrets.code(address);
        browser.submit(page, page + "/proof", Map.of("code", "000000"));
        browser.submit(page, page + "/proof", Map.of("code", TestMail.code(address)));
        assertThat(browser.open(page).body()).contains("approve");
        life.jobs().pass(Duration.ofMinutes(2));

        SERVICE.answerWith(500);
        life.approve(address, MAIL);
        secrets.code(address);
        life.jobs().failUntilIncident(instance("grant", draft.relationshipId()));
        assertThat(runtime.createIncidentQuery().count()).isPositive();
        return draft;
    }

    private void declined() {
        String address = customer();
        life.sent(PAULA, address, MAIL);
        link(address);
        life.decline(address, "No budget");
        secrets.code(address);
        life.jobs().runDue();
    }

    private void lostAndAskedForAgain(Request request) {
        SERVICE.behave();
        tryAgain();
        removals.removedByCustomer(permissions.heldBy(request.relationshipId(), clock.instant()).get(0), "Ada Admin", "");
        life.jobs().runDue();
        restorations.ask(request.relationshipId(), new NewRestoration(
                customers.get(0), "en", "Please", List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), SentBy.MANDATE), PAULA);
        life.jobs().runDue();
        link(customers.get(0));
    }

    private void supported(Request request) {
        UUID opened = serviceRequests.open(UUID.randomUUID(), request.relationshipId(),
                new NewServiceRequest(Optional.of("mail"), Optional.of(ServicePriority.HIGH), "Slow", "For minutes"), PAULA).id();
        life.jobs().runDue();
        desk.solve(opened, UUID.randomUUID(), "Done", new Author(Side.SUPPORT, EmailAddress.of(People.SAM), "Sam Sanders"));
        life.jobs().runDue();
    }

    private void signInByLink() {
        Visitor nancy = new Visitor(port);
        String address = customers.get(0);
        nancy.submit("/sign-in", "/sign-in/link", Map.of("username", address));
        await().until(() -> signInToken(address).isPresent());
        String token = signInToken(address).orElseThrow();
        secrets.mailed("sign-in link", token, address);
        assertThat(Visitor.location(nancy.submit("/sign-in/link/" + token, "/sign-in/by-link", Map.of("token", token))))
                .isEqualTo("/organisation");
        nancy.submit("/sign-in/link/" + token, "/sign-in/by-link", Map.of("token", token));
    }

    private Optional<String> signInToken(String address) {
        return TestMail.to(address).stream().map(TestMail::text).map(SIGN_IN_LINK::matcher)
                .flatMap(found -> found.results().map(one -> one.group(1))).reduce((first, second) -> second);
    }

    private void tryAgain() {
        management.createJobQuery().noRetriesLeft().list().forEach(job -> management.setJobRetries(job.getId(), 1));
        life.jobs().runDue();
    }

    private String customer() {
        customers.add(Lifecycle.newAddress());
        return customers.get(customers.size() - 1);
    }

    private void link(String address) {
        secrets.mailed("link", life.token(address), address);
    }

    private List<String> secretsInLinks() {
        return customers.stream().map(life::token).toList();
    }

    private String instance(String process, UUID relationship) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process)
                .processInstanceBusinessKey(relationship.toString()).singleResult().getId();
    }
}
