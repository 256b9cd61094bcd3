package io.mandate.web;

import static io.mandate.testing.Look.tooWide;
import static io.mandate.testing.Look.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.mandate.testing.Chromium;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every part of the look in a real browser: accessible, and nothing wider than the screen. */
@SpringBootTest(classes = SamplePages.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LookTests {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

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
    @CsvSource({
        "/sample, 1280, LIGHT", "/sample, 360, DARK", "/sample/plain, 360, LIGHT",
        "/, 1280, DARK", "/?lang=es, 360, DARK", "/?lang=de, 360, LIGHT", "/sample/missing, 360, LIGHT"
    })
    void a_page_is_accessible_and_fits(String path, int width, ColorScheme colours) {
        try (var page = open(path, width, colours)) {
            assertThat(tooWide(page)).isEmpty();
            assertThat(violations(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/sample, 360", "/sample, 1280", "/?lang=de, 360"})
    void a_page_fits_while_its_fonts_have_not_come(String path, int width) {
        try (var page = newPage(width, ColorScheme.LIGHT)) {
            page.route("**/*.woff2", Route::abort);
            page.navigate("http://127.0.0.1:" + port + path);

            assertThat(tooWide(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, DARK", "360, LIGHT"})
    void a_form_with_errors_is_accessible_and_fits(int width, ColorScheme colours) {
        try (var page = open("/sample", width, colours)) {
            page.fill("#organisation", "N");
            page.check("[value=mail-reader]");
            page.click("button:text-is('Send')");
            page.waitForSelector("[role=alert]");
            page.waitForLoadState();

            assertThat(tooWide(page)).isEmpty();
            assertThat(violations(page)).isEmpty();
        }
    }

    @Test
    void the_keyboard_reaches_the_content_with_one_step() {
        try (var page = open("/sample", 1280, ColorScheme.LIGHT)) {
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    private Page open(String path, int width, ColorScheme colours) {
        var page = newPage(width, colours);
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    private Page newPage(int width, ColorScheme colours) {
        return chromium.browser()
                .newPage(new Browser.NewPageOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(colours)
                        .setLocale("en")
                        .setHttpCredentials(SamplePages.PARTNER, "secret")
                        .setExtraHTTPHeaders(Map.of("Authorization", "Basic cGFydG5lcjpzZWNyZXQ=")));
    }
}
