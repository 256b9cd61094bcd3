package io.mandate.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mandate.testing.Chromium;
import io.mandate.testing.Look;
import io.mandate.testing.ServiceTest;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SignInLookTests {

    private static Chromium chromium;

    @LocalServerPort int port;

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
    @CsvSource({"en, 360", "es, 360", "de, 1280"})
    void the_sign_in_page_is_accessible_and_fits_with_and_without_an_error(String language, int width) {
        try (Page page = chromium.browser()
                .newPage(new Browser.NewPageOptions().setViewportSize(width, 800).setLocale(language))) {
            page.navigate("http://127.0.0.1:" + port + "/sign-in");
            assertThat(Look.violations(page)).isEmpty();
            assertThat(Look.tooWide(page)).isEmpty();

            page.fill("#username", "nobody@contoso.example");
            page.fill("#password", "wrong");
            page.click("main button[type=submit]");
            page.waitForSelector("[role=alert]");
            assertThat(Look.violations(page)).isEmpty();
            assertThat(Look.tooWide(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 360", "es, 1280", "de, 360"})
    void the_page_that_asks_to_wait_is_accessible_and_fits(String language, int width) {
        String nobody = "nobody-" + UUID.randomUUID() + "@contoso.example";
        try (Page page = chromium.browser()
                .newPage(new Browser.NewPageOptions().setViewportSize(width, 800).setLocale(language))) {
            for (int i = 0; i < 6; i++) {
                page.navigate("http://127.0.0.1:" + port + "/sign-in");
                page.fill("#username", nobody);
                page.fill("#password", "wrong");
                page.click("form[action$='/sign-in'] button[type=submit]");
                page.waitForLoadState();
            }

            assertThat(page.locator("main form input[name=username]").getAttribute("value")).isEqualTo(nobody);
            assertThat(page.locator("main form input[type=password]").inputValue()).isEmpty();
            assertThat(Look.violations(page)).isEmpty();
            assertThat(Look.tooWide(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/too-often-" + language + ".png")));
        }
    }
}
