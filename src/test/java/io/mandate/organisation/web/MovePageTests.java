package io.mandate.organisation.web;

import static io.mandate.testing.Lifecycle.AGREEMENT;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.revocation.Removals;
import io.mandate.testing.Chromium;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A customer moves a permission to another partner, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class MovePageTests {

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Consents consents;
    @Autowired Removals removals;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private Request fionas;
    private UUID customer;
    private String home;
    private String page;
    private Visitor ada;

    @BeforeEach
    void two_partners_one_of_them_with_the_permission(@Autowired Partners partners, @Autowired Accounts accounts) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        fionas = life.sent(FIONA, address);
        life.approve(address);
        Request request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        customer = relationships.get(request.relationshipId()).customer().id();
        home = "/organisation/" + customer;
        page = home + "/services/mail/move";
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        ada = Visitor.signedIn(port, address);
    }

    @Test
    void the_other_partner_holds_it_and_both_are_told_without_the_others_name() {
        // when
        HttpResponse<String> answer = move(form());
        life.jobs().runDue();

        // then
        assertThat(Visitor.location(answer)).isEqualTo(home);
        Permission held = permissions.find(customer, "mail").orElseThrow();
        assertThat(held.holder()).isEqualTo("fabrikam");
        assertThat(held.relationshipId()).isEqualTo(fionas.relationshipId());
        Consent consent = consents.find(held.requestId()).orElseThrow();
        assertThat(consent.proof()).isEqualTo(Consent.Proof.ACCOUNT);
        assertThat(consent.shown()).contains("Fabrikam", "Contoso", "\"days\":30", AGREEMENT);
        assertThat(TestMail.text(FIONA.address().value(), "übertragen")).contains("Northwind", "Welcome aboard").doesNotContain("Contoso");
        assertThat(TestMail.text(PAULA.address().value(), "Northwind")).contains("Welcome aboard").doesNotContain("Fabrikam");
        assertThat(ada.open(home).body()).contains("Fabrikam Managed Services");
    }

    @Test
    void what_changed_meanwhile_is_not_moved_and_the_typing_stays() {
        Map<String, String> form = form();
        removals.removedByCustomer(permissions.find(customer, "mail").orElseThrow(), "Ben", "");

        HttpResponse<String> answer = move(form);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("has changed since");
        assertThat(permissions.find(customer, "mail")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "partner, contoso, choose a partner", "partner, nobody, choose a partner", "days, 0, whole number",
        "days, 731, whole number", "days, soon, whole number", "agreementAccepted, , accept it",
        "agreementVersion, 1999-01, new version",
    })
    void wrong_input_moves_nothing_and_the_typing_stays(String field, String value, String why) {
        Map<String, String> form = form();
        form.remove(field);
        if (value != null) {
            form.put(field, value);
        }

        HttpResponse<String> answer = move(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(why, "Welcome aboard");
        assertThat(permissions.find(customer, "mail").orElseThrow().holder()).isEqualTo("contoso");
    }

    @Test
    void it_is_closed_to_partners_and_to_other_customers(@Autowired Accounts accounts) {
        String other = Lifecycle.newAddress();
        Request elsewhere = life.sent(PAULA, other, MAIL);
        life.approve(other, MAIL);
        UUID theirs = relationships.get(elsewhere.relationshipId()).customer().id();

        assertThat(ada.open(page.replace(customer.toString(), theirs.toString())).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, PAULA.address().value()).open(page).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "es, 360", "de, 360"})
    void the_customers_pages_are_accessible_and_fit(String language, int width) {
        try (Chromium chromium = Chromium.start(); Page window = chromium.browser()
                .newPage(new Browser.NewPageOptions().setViewportSize(width, 800).setLocale(language))) {
            String base = "http://127.0.0.1:" + port;
            window.navigate(base + "/sign-in");
            window.fill("#username", address);
            window.fill("#password", People.PASSWORD);
            window.click("form[action$='/sign-in'] button[type=submit]");
            for (String path : new String[] {home, home + "/history", home + "/services/mail/remove", page}) {
                window.navigate(base + path);
                looksRight(window, path, language);
            }
            window.click("main form button[type=submit]");
            looksRight(window, "/errors", language);
        }
    }

    private static void looksRight(Page window, String path, String language) {
        String name = "organisation-" + path.substring(path.lastIndexOf('/') + 1).replaceAll(".*-.*", "home") + "-" + language;
        window.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/look/" + name + ".png")));
        assertThat(Look.violations(window)).as(path).isEmpty();
        assertThat(Look.tooWide(window)).asList().as(path).isEmpty();
    }

    private Map<String, String> form() {
        Matcher shown = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"").matcher(ada.open(page).body());
        assertThat(shown.find()).isTrue();
        return new HashMap<>(Map.of("shown", shown.group(1), "partner", "fabrikam", "days", "30", "note", "Welcome aboard",
                "agreementAccepted", "true", "agreementVersion", AGREEMENT));
    }

    private HttpResponse<String> move(Map<String, String> form) {
        return ada.submit(page, page, form);
    }
}
