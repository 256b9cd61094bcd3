package io.mandate.servicerequest.web;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.testing.Chromium;
import io.mandate.testing.Look;
import io.mandate.testing.People;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of service requests are accessible and fit, in each of their states. */
class ServiceRequestLookTests extends ServiceRequestPageTest {

    @ParameterizedTest
    @CsvSource({"en, 1280", "es, 360", "de, 360"})
    void each_page_is_accessible_and_fits_in_each_of_its_states(String language, int width) {
        ServiceRequest one = opened();
        try (Chromium chromium = Chromium.start()) {
            try (Page sam = window(chromium, People.SAM, language, width);
                    Page paula = window(chromium, PAULA.address().value(), language, width);
                    Page ada = window(chromium, address, language, width)) {
                looksRight(paula, home, "customer", language);
                looksRight(paula, home + "/service-requests/new", "new", language);
                paula.click("main form button[type=submit]");
                looksRight(paula, "new-errors", language);
                looksRight(sam, "/support", "desk", language);
                looksRight(sam, ofSupport(one), "support", language);
                sam.click("button[value=solve]");
                looksRight(sam, "support-errors", language);
                sam.fill("textarea[name=text]", "Since when?");
                sam.click("button[value=askBack]");
                looksRight(sam, "support-waiting", language);
                looksRight(paula, ofPartner(one), "partner-asked", language);
                looksRight(ada, "/organisation/" + customer, "organisation", language);
                looksRight(ada, ofCustomer(one), "of-customer", language);
                looksRight(ada, "/organisation/" + customer + "/services/mail/contact", "contact", language);
                ada.navigate(base() + ofCustomer(one));
                paula.locator("details summary").click();
                paula.click("details button[type=submit]");
                looksRight(paula, "partner-withdrawn", language);
                ada.fill("textarea[name=text]", "Too late");
                ada.click("main form button[type=submit]");
                looksRight(ada, "of-customer-late", language);
            }
        }
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private Page window(Chromium chromium, String username, String language, int width) {
        Page window = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(width, 800).setLocale(language));
        window.navigate(base() + "/sign-in");
        window.fill("#username", username);
        window.fill("#password", People.PASSWORD);
        window.click("form[action$='/sign-in'] button[type=submit]");
        return window;
    }

    private void looksRight(Page window, String path, String state, String language) {
        window.navigate(base() + path);
        looksRight(window, state, language);
    }

    private static void looksRight(Page window, String state, String language) {
        window.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/look/service-request-" + state + "-" + language + ".png")));
        assertThat(Look.violations(window)).as(state).isEmpty();
        assertThat(Look.tooWide(window)).asList().as(state).isEmpty();
    }
}
