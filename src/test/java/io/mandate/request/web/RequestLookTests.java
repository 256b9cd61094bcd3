package io.mandate.request.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.mandate.relationship.AskedPermission;
import io.mandate.testing.Chromium;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages around one request in a real browser, at every turn that they can take. */
class RequestLookTests extends RequestPagesTest {

    private static Chromium chromium;

    private BrowserContext window;
    private Page page;

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

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 360", "es, 360", "de, 360"})
    void every_page_is_accessible_and_fits(String language, int width) {
        open(language, width);

        page.navigate("/requests/new");
        press("main form button[type=submit]");
        looksRight("errors of a new request");
        String request = paula.requested(customer);
        fill(customer);
        press("main form button[type=submit]");
        looksRight("another request in the way");

        page.navigate(request + "/draft");
        page.fill("#text", "No link");
        press("button[value=mandate]");
        looksRight("a draft without link");
        page.fill("#text", "ü".repeat(700) + "{link}");
        press("button[value=mail-program]");
        looksRight("a text too long for a mail program");
        page.navigate(request);
        page.locator("details.action summary").all().forEach(Locator::click);
        drawn();
        looksRight("a request that waits");

        page.navigate(refused());
        page.fill("#address", "nobody@elsewhere.example");
        press("details.action button");
        drawn();
        looksRight("a refused address corrected badly");
        page.navigate(approvedInPart());
        drawn();
        looksRight("an approval in part");
        page.navigate(declined());
        drawn();
        looksRight("a decline");
    }

    @Test
    void the_diagram_marks_the_present_step_and_keeps_its_makers_logo_under_a_strict_policy() {
        // given
        open("en", 1280);
        page.route(address -> address.contains("/requests/"), RequestLookTests::strictly);
        String request = paula.requested(customer);

        // when
        page.navigate(request);
        drawn();

        // then
        assertThat(page.locator(".present-step").getAttribute("data-element-id")).isEqualTo("Task_ReviewInvitation");
        assertThat(page.locator("figcaption").innerText()).isEqualTo("Present step: Review invitation");
        assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
        assertThat(page.locator(".present-step .djs-visual > rect").first()
                .evaluate("shape => getComputedStyle(shape).strokeWidth")).isEqualTo("4px");
    }

    @Test
    void the_page_says_when_the_request_has_moved_on() {
        open("en", 1280);
        String request = paula.requested(customer);
        page.navigate(request);
        drawn();

        paula.send(request, "mandate");

        page.locator("#moved a").click();
        drawn();
        assertThat(page.locator("figcaption").innerText()).isEqualTo("Present step: Send invitation");
    }

    @Test
    void the_text_is_copied_with_its_link_and_the_page_says_so() {
        // given
        open("en", 1280);
        window.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        String request = paula.requested(customer);
        paula.send(request, "copy");

        // when
        page.navigate(request + "/share");
        page.click("button[data-copy]");

        // then
        page.locator("#copied").filter(new Locator.FilterOptions().setHasText("Copied")).waitFor();
        assertThat((String) page.evaluate("navigator.clipboard.readText()")).contains("/answer/")
                .isEqualTo(page.inputValue("#text"));
    }

    @Test
    void without_scripts_the_text_can_be_selected_and_the_step_is_told_in_words() {
        window = chromium.browser().newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port).setJavaScriptEnabled(false).setLocale("en"));
        signInAtBrowser();
        String request = paula.requested(customer);
        paula.send(request, "copy");

        page.navigate(request + "/share");
        assertThat(page.locator("#text").isVisible()).isTrue();
        assertThat(page.locator("button[data-copy]").isVisible()).isFalse();

        page.navigate(request);
        assertThat(page.locator(".lead").innerText()).startsWith("The customer has the link and has not answered yet.");
        assertThat(page.locator("#diagram").isVisible()).isFalse();
    }

    private void open(String language, int width) {
        window = chromium.browser().newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port).setLocale(language).setViewportSize(width, 900));
        signInAtBrowser();
    }

    private void signInAtBrowser() {
        page = window.newPage();
        page.navigate("/sign-in");
        page.fill("#username", PAULA.address().value());
        page.fill("#password", People.PASSWORD);
        press("main form button[type=submit]");
    }

    private void fill(String address) {
        page.fill("#organisation", "Northwind Traders and Daughters");
        page.fill("#address", address);
        page.selectOption("#country", "US");
        page.check("input[name=mail_reader]");
    }

    private void press(String button) {
        page.waitForNavigation(() -> page.click(button));
    }

    private void drawn() {
        page.locator(".diagram svg").first().waitFor();
        page.locator(".diagram-tools button").first().waitFor();
    }

    private void looksRight(String what) {
        assertThat(Look.violations(page)).as(what).isEmpty();
        assertThat(Look.tooWide(page)).as(what).isEmpty();
    }

    private String refused() {
        String address = Lifecycle.newAddress();
        TestMail.refuse(address);
        return "/requests/" + life.sent(PAULA, address, MAIL).id();
    }

    private String approvedInPart() {
        String address = Lifecycle.newAddress();
        String request = "/requests/" + life.sent(PAULA, address, MAIL, INFRASTRUCTURE).id();
        life.approve(address, new AskedPermission("mail", List.of("mail-reader"), 30));
        runDue();
        return request;
    }

    private String declined() {
        String address = Lifecycle.newAddress();
        String request = "/requests/" + life.sent(PAULA, address, MAIL).id();
        life.decline(address, "We have somebody.\nThank you.");
        runDue();
        return request;
    }

    /** As a server would answer that allows nothing but its own files. */
    private static void strictly(Route route) {
        var answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("content-security-policy", "default-src 'self'; img-src 'self' data:");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }
}
