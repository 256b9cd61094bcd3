package io.mandate.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mandate.testing.Chromium;
import io.mandate.testing.Look;
import io.mandate.testing.ServiceTest;
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
}
