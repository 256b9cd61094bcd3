package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.mandate.relationship.Request;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Chromium;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page of a customer in a real browser, in each language: accessible, and nothing wider than the screen. */
@CustomerPagesTest
class AnswerLookTests {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Chromium chromium;

    @Autowired Lifecycle life;
    @Autowired OwnRequests own;
    @LocalServerPort int port;

    private final List<String> wrong = new ArrayList<>();

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

    @ParameterizedTest
    @CsvSource({"en, 1280, LIGHT", "en, 360, DARK", "es, 360, LIGHT", "de, 1280, DARK", "de, 360, LIGHT"})
    void every_page_is_accessible_and_fits(String language, int width, ColorScheme colours) {
        try (Page page = page(language, width, colours)) {
            approve(page);
            decline(page);
            deadLinks(page);
            reminders(page);
        }
        assertThat(wrong).isEmpty();
    }

    private void approve(Page page) {
        String customer = Lifecycle.newAddress();
        life.sent(FIONA, customer, MAIL);
        life.approve(customer, MAIL);
        life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);
        open(page, life.token(customer), "");
        look(page, "open");
        page.fill("#address", "nobody at all");
        page.click("#codeRequest button");
        look(page, "open-errors");
        page.fill("#address", "ada");
        page.click("#codeRequest button");
        look(page, "code");
        page.fill("#code", "000 000");
        page.click("#proof button");
        look(page, "code-wrong");
        page.fill("#code", TestMail.code(customer));
        page.click("#proof button");
        look(page, "answer");
        page.fill("#mail_days", "400");
        page.uncheck("#mail_reader");
        page.uncheck("#mail_administrator");
        page.click("#approval button");
        look(page, "answer-errors");
        page.evaluate("document.querySelector('[name=holder_mail]').value = ''");
        page.fill("#mail_days", "30");
        page.check("#mail_reader");
        page.fill("#name", "Ada Admin");
        page.check("#administrator");
        page.check("#agreementAccepted");
        page.click("#approval button");
        look(page, "answer-changed");
        page.click("#approval button");
        look(page, "approved");
        life.jobs().runDue();
    }

    private void decline(Page page) {
        String customer = Lifecycle.newAddress();
        life.sent(PAULA, customer);
        open(page, life.token(customer), "");
        look(page, "relationship");
        page.click("#codeRequest button");
        page.fill("#code", TestMail.code(customer));
        page.click("#proof button");
        look(page, "relationship-answer");
        page.click("#refusal button");
        look(page, "decline-errors");
        page.fill("#reason", "We have a partner already.\nThank you.");
        page.fill("#decline_name", "Ada Admin");
        page.check("#decline_administrator");
        page.click("#refusal button");
        look(page, "declined");
        life.jobs().runDue();
    }

    private void deadLinks(Page page) {
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        String token = life.token(customer);
        own.withdraw(request.id(), PAULA);
        open(page, token, "");
        look(page, "withdrawn");
        open(page, "forged", "");
        look(page, "forged");
    }

    private void reminders(Page page) {
        String customer = Lifecycle.newAddress();
        life.sent(PAULA, customer, MAIL);
        open(page, life.token(customer), "/reminders");
        look(page, "reminders");
        page.click("main button");
        look(page, "reminders-stopped");
        life.jobs().pass(Duration.ofMinutes(2));
    }

    private void open(Page page, String token, String path) {
        page.navigate("http://127.0.0.1:" + port + "/answer/" + token + path);
    }

    private static Page page(String language, int width, ColorScheme colours) {
        Page page = chromium.browser().newPage(new Browser.NewPageOptions()
                .setViewportSize(width, 800).setColorScheme(colours).setLocale("en"));
        page.context().addCookies(List.of(new Cookie("language", language)
                .setDomain("127.0.0.1").setPath("/")));
        page.setDefaultTimeout(10_000);
        return page;
    }

    /** Notes what is wrong with the page, and takes a picture of it where {@code -Dmandate.pictures} names a directory. */
    private void look(Page page, String name) {
        page.waitForLoadState();
        List<?> tooWide = (List<?>) page.evaluate(
                """
                () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
                    .filter(element => element.getBoundingClientRect().right > innerWidth)
                    .map(element => element.outerHTML.slice(0, 120))
                """);
        tooWide.forEach(element -> wrong.add(name + " too wide: " + element));
        new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations().forEach(rule -> rule.getNodes()
                .forEach(node -> wrong.add(name + " " + rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary())));
        String pictures = System.getProperty("mandate.pictures");
        if (pictures != null) {
            Object look = page.evaluate("() => document.documentElement.lang + '-' + innerWidth + (matchMedia('(prefers-color-scheme: dark)').matches ? '-dark' : '')");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(pictures, name + "-" + look + ".png")));
        }
    }
}
