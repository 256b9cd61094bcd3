package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mandate.testing.Authenticator;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import org.junit.jupiter.api.Test;

/** Passkeys as people use them, in a browser with a device that Chromium plays. */
class PasskeyIT extends Walk {

    private static final String SIGN_IN = "form[action$='/sign-in/passkey'] button";

    @Test
    void a_customers_administrator_adds_one_after_a_mailed_link_and_signs_in_with_it() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_administrator");
            Authenticator device = new Authenticator(nancy.page());
            nancy.signInByLink(customer);

            // when
            nancy.page().locator("a[href$='/passkeys']").click();
            nancy.look("passkeys-none");
            add(nancy, "Nancy’s laptop");

            // then
            nancy.look("passkeys");
            assertThat(device.passkeys()).isEqualTo(1);
            nancy.openMail(customer, "A passkey was added for you");

            // and when
            signOut(nancy);
            nancy.look("sign-in-with-passkey");
            nancy.page().locator(SIGN_IN).click();

            // then
            nancy.page().waitForURL(url -> url.contains("/organisation/"));
            assertThat(nancy.reads()).contains("Northwind Traders", "Contoso Cloud");
        }
    }

    @Test
    void staff_add_one_sign_in_with_it_and_nobody_else_does() {
        try (Person paula = person()) {
            // given
            Authenticator device = new Authenticator(paula.page());
            paula.signIn("carl@contoso.example").visit("/passkeys");
            add(paula, "Phone");
            signOut(paula);

            // when the device does not know who holds it
            device.verifies(false);
            paula.page().locator(SIGN_IN).click();

            // then
            Locator problem = paula.page().locator("[data-passkey-problem]");
            problem.getByText("Your device did not confirm it").waitFor();
            paula.look("sign-in-passkey-refused");

            // and when
            device.verifies(true);
            paula.page().locator(SIGN_IN).click();

            // then
            paula.page().waitForURL(url -> url.contains("/customers"));

            // and when it is removed
            paula.visit("/passkeys");
            paula.page().getByText("Remove").first().click();
            paula.page().getByText("was removed").waitFor();
            signOut(paula);
            paula.page().locator(SIGN_IN).click();

            // then
            paula.page().getByText("This passkey does not sign you in").waitFor();
        }
    }

    @Test
    void without_scripts_there_is_no_button_and_everything_else_stays() {
        try (Person somebody = person();
                Page page = somebody.page().context().browser().newPage(new Browser.NewPageOptions().setJavaScriptEnabled(false))) {
            page.navigate(mandate.url("/sign-in"));
            assertThat(page.locator(SIGN_IN).isVisible()).isFalse();
            page.locator("#username").fill("sam@mandate.example");
            page.locator("#password").fill("demo");
            page.locator("form[action$='/sign-in'] button[type=submit]").click();
            page.navigate(mandate.url("/passkeys"));
            assertThat(page.locator("main").innerText()).contains("Passkeys need a browser that knows them and runs scripts");
            assertThat(page.locator("input[name=name]").isVisible()).isFalse();
        }
    }

    static void add(Person person, String name) {
        person.page().locator("form[action$='/passkeys'] input[name=name]").fill(name);
        person.page().locator("form[action$='/passkeys'] button").click();
        person.page().getByText("The passkey “" + name + "” was added").waitFor();
    }

    private static void signOut(Person person) {
        person.page().locator("form[action$='/sign-out'] button").click();
        person.page().locator(SIGN_IN).waitFor();
    }
}
