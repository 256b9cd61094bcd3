package io.mandate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.testing.Chromium;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TasklistPage;
import io.mandate.testing.TestMail;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasklist in a real browser: what its forms show is what Mandate takes. */
class TasklistIT extends TasklistTest {

    private static Chromium chromium;

    private final String address = Lifecycle.newAddress();

    private Page page;
    private TasklistPage tasklist;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1400, 1000).setLocale("en"));
        page.setDefaultTimeout(60_000);
        tasklist = new TasklistPage(page, port);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void a_partner_signs_in_once_asks_a_customer_and_signs_out_of_all() {
        // given
        tasklist.signIn(PAULA.address().value());
        tasklist.open("/camunda/app/tasklist/default/");

        // when
        tasklist.startForm("Invitation");
        tasklist.field("organisation").fill("Northwind Traders");
        tasklist.field("address").fill("ada@contoso.example");
        tasklist.choose("country", "United States");
        tasklist.button("Start").click();
        assertThat(tasklist.refusal()).contains("Address: This is an address of your own organisation (contoso.example)")
                .doesNotContain("Cannot instantiate");
        tasklist.field("address").fill(address);
        tasklist.button("Start").click();
        tasklist.claim("Review invitation");
        assertThat(tasklist.field("customer")).hasValue("Northwind Traders <" + address + ">");
        tasklist.field("mail_reader").check();
        tasklist.field("mail_days").fill("30");
        tasklist.button("Complete").click();

        // then
        assertThat(page.locator("[cam-tasklist-task]").getByText("Review invitation")).hasCount(0);
        Request request = requests.get(newest());
        assertThat(request.asked()).containsExactly(new AskedPermission("mail", List.of("mail-reader"), 30));
        life.jobs().runDue();
        assertThat(TestMail.link(address)).contains("/answer/");

        page.click(".account .dropdown-toggle, [cam-widget-header] .account a");
        page.getByText("Log out").click();
        page.waitForURL(Pattern.compile(".*/sign-in.*"));
        tasklist.open("/camunda/app/tasklist/default/");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        tasklist.open("/customers");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    }

    @Test
    void a_customer_sees_what_is_asked_for_and_nothing_else_and_approves_part_of_it() {
        // given
        Request request = asked(address);
        ada(request);
        tasklist.signIn(address);
        tasklist.open("/camunda/app/tasklist/default/");

        // when
        tasklist.claim("Approve relationship");
        assertThat(tasklist.field("holder_mail")).hasValue("nobody");
        assertThat(tasklist.field("mail_reader")).isChecked();
        assertThat(tasklist.field("mail_user_administrator")).hasCount(0);
        assertThat(tasklist.field("collaboration_approved")).hasCount(0);
        assertThat(tasklist.field("agreementContinued")).hasCount(0);
        tasklist.field("infrastructure_approved").uncheck();
        tasklist.field("mail_administrator").uncheck();
        tasklist.field("mail_days").fill("30");
        tasklist.field("agreementAccepted").check();
        tasklist.field("administrator").check();
        tasklist.button("Complete").click();

        // then
        Awaitility.await().untilAsserted(() -> assertThat(requests.get(request.id()))
                .returns(RequestStatus.APPROVED, Request::status)
                .returns(List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), Request::approved));
    }

    @Test
    void a_refused_address_stands_in_the_form_that_corrects_it() {
        // given
        TestMail.refuse(address);
        Request request = asked(address);
        tasklist.signIn(PAULA.address().value());
        tasklist.open("/camunda/app/tasklist/default/");

        // when
        tasklist.claim("Correct address");
        assertThat(tasklist.field("address")).hasValue(address);
        tasklist.field("address").fill(address.replace("ada@", "bob@"));
        tasklist.button("Complete").click();

        // then
        Awaitility.await().untilAsserted(() -> assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.SENDING));
        life.jobs().runDue();
        assertThat(TestMail.to(address.replace("ada@", "bob@"))).hasSize(1);
    }
}
