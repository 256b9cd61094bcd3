package io.mandate.identity.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mandate.testing.Chromium;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.People;
import io.mandate.testing.ProviderTest;
import io.mandate.testing.Providers;
import io.mandate.testing.TestMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProviderTest
class ProviderLookTests {

    private static Chromium chromium;

    @Autowired Lifecycle life;
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
    @CsvSource({"en, 360, Sign in with Down", "es, 360, Iniciar sesión con Down", "de, 1280, Anmelden mit Down"})
    void the_sign_in_page_is_accessible_and_fits_with_and_without_a_refusal(String language, int width, String button) {
        try (Page page = page(language, width)) {
            page.navigate("http://127.0.0.1:" + port + "/sign-in");
            assertThat(Look.violations(page)).isEmpty();
            assertThat(Look.tooWide(page)).isEmpty();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(button)).click();

            page.locator("[role=alert]:not([hidden])").waitFor();
            assertThat(Look.violations(page)).isEmpty();
            assertThat(Look.tooWide(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 360", "es, 360", "de, 360"})
    void so_is_the_customers_page_with_its_own_sign_in(String language, int width) {
        TestMail.acceptAll();
        String address = "ida@" + Providers.newCustomer();
        life.sent(People.PAULA, address, Lifecycle.MAIL);
        try (Page page = page(language, width)) {
            page.navigate(TestMail.link(address).replaceFirst("^https?://[^/]+", "http://127.0.0.1:" + port) + "?lang=" + language);

            assertThat(page.locator("a[href$='/sign-in/customers']").count()).isEqualTo(1);
            assertThat(Look.violations(page)).isEmpty();
            assertThat(Look.tooWide(page)).isEmpty();
        }
    }

    private static Page page(String language, int width) {
        return chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(width, 800).setLocale(language));
    }
}
