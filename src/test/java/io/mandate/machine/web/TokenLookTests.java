package io.mandate.machine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mandate.machine.AccessTokens;
import io.mandate.testing.Chromium;
import io.mandate.testing.Look;
import io.mandate.testing.People;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of access tokens are accessible and fit, in each of their states, and a process owner gets along with them. */
class TokenLookTests extends TokenTest {

    @Autowired AccessTokens tokens;

    @ParameterizedTest
    @CsvSource({"en, 1280", "es, 360", "de, 360"})
    void each_page_is_accessible_and_fits_in_each_of_its_states(String language, int width) {
        jdbc.sql("delete from access_token").update();
        try (Chromium chromium = Chromium.start(); Page olivia = window(chromium, language, width)) {
            looksRight(olivia, "/tokens", "none", language);
            tokensInEachState();
            looksRight(olivia, "/tokens", "list", language);
            olivia.click("a[href$='/tokens/new']");
            looksRight(olivia, "new", language);
            olivia.fill("#days", "1000");
            olivia.click("main form button[type=submit]");
            looksRight(olivia, "new-errors", language);
            olivia.fill("#name", "collaboration-service-with-a-rather-long-name");
            olivia.check("input[value=collaboration]");
            olivia.check("input[value='mandate.removals']");
            olivia.fill("#days", "5");
            olivia.click("main form button[type=submit]");
            looksRight(olivia, "issued", language);
            String text = olivia.locator("#text").inputValue();
            olivia.reload();
            looksRight(olivia, "issued-again", language);
            assertThat(olivia.content()).doesNotContain(text);
            olivia.navigate(base() + "/tokens");
            olivia.goBack();
            assertThat(olivia.content()).doesNotContain(text);

            olivia.navigate(base() + "/tokens");
            assertThat(program.report("look-" + language, "Bearer " + text).statusCode()).isEqualTo(403);
            olivia.locator("tbody tr").first().locator("a[href$=revoke]").click();
            looksRight(olivia, "revoke", language);
            olivia.click("main form button.danger");
            looksRight(olivia, "revoked", language);
            assertThat(program.report("look-" + language, "Bearer " + text).statusCode()).isEqualTo(401);
        }
    }

    private void tokensInEachState() {
        Issued expired = issued();
        jdbc.sql("update access_token set expires_at = issued_at where id = ?").param(expired.id()).update();
        tokens.revoke(issued().id(), People.OLIVIA);
        Issued used = issued();
        jdbc.sql("update access_token set last_used_at = issued_at where id = ?").param(used.id()).update();
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private Page window(Chromium chromium, String language, int width) {
        Page window = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(width, 800).setLocale(language));
        window.navigate(base() + "/sign-in");
        window.fill("#username", People.OLIVIA);
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
                .setPath(Path.of("target/look/tokens-" + state + "-" + language + ".png")));
        assertThat(Look.violations(window)).as(state).isEmpty();
        assertThat(Look.tooWide(window)).asList().as(state).isEmpty();
    }
}
