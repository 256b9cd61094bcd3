package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A colleague comes and goes, as people walk it: in a browser, with the demo's inbox; every page on the way looks right. */
class PeopleIT extends Walk {

    private static final String PASSWORD = "kettle orbit violet damp";

    @Test
    void a_partners_administrator_adds_a_colleague_who_sets_a_password_signs_in_is_locked_and_is_out() {
        String cleo = "cleo-" + UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";
        try (Person paula = person(); Person colleague = person("de")) {
            // given
            paula.signIn("paula@contoso.example").page().locator("nav a[href='/people']").click();
            paula.look("people").page().locator("a[href='/people/new']").click();

            // when Paula adds her colleague, at first without a name
            paula.page().locator("#address").fill(cleo);
            paula.page().locator("#role").selectOption("PARTNER_AGENT");
            paula.page().locator("#language").selectOption("de");
            submit(paula);
            assertThat(paula.look("people-new-errors").reads()).contains("Please enter the name");
            paula.page().locator("#name").fill("Cleo Clark");
            submit(paula);
            assertThat(paula.reads()).contains("Cleo Clark was added", "No password set yet");

            // then the colleague sets a password from the mail
            colleague.openMail(cleo, "Ihr Konto bei Mandate").page().locator("pre a[href*='/password/']").first().click();
            setPassword(colleague.look("password-set"), "password1234");
            assertThat(colleague.look("password-errors").reads()).contains("leicht zu erraten");
            setPassword(colleague, PASSWORD);
            assertThat(colleague.reads()).contains("Ihr Passwort ist festgelegt");
            signIn(colleague, cleo);
            colleague.page().waitForURL("**/customers");

            // and when locked, is out at the next click
            Locator row = paula.visit("/people").page().locator("tr.details-row:below(:text('" + cleo + "'))").first();
            row.locator("summary").click();
            paula.look("people-change");
            row.locator("form[action$='/lock'] button").click();
            assertThat(paula.look("people-locked").reads()).contains("The account is locked", "Locked");
            colleague.visit("/customers");
            assertThat(colleague.page().url()).contains("/sign-in");
            signIn(colleague, cleo);
            assertThat(colleague.look("sign-in-locked").reads()).contains("gehören nicht zusammen");
        }
    }

    @Test
    void a_process_owner_makes_a_partner_and_its_first_administrator() {
        String id = "tailspin-" + UUID.randomUUID().toString().substring(0, 8);
        try (Person olivia = person(); Person audrey = person("es")) {
            // when
            olivia.signIn("olivia@mandate.example").page().locator("nav a[href='/partners']").click();
            olivia.look("partners").page().locator("a[href='/partners/new']").click();
            olivia.page().locator("#id").fill(id);
            olivia.page().locator("#name").fill("Tailspin Toys");
            olivia.page().locator("#since").fill("2024-02-29");
            olivia.page().locator("#markets-global").fill("us, de");
            olivia.look("partners-new");
            submit(olivia);
            assertThat(olivia.reads()).contains("Tailspin Toys was added");
            olivia.visit("/accounts/new").page().locator("#address").fill("tina@" + id + ".example");
            olivia.page().locator("#name").fill("Tina Turner");
            olivia.page().locator("#role").selectOption("PARTNER_ADMINISTRATOR");
            olivia.page().locator("#partner").selectOption(id);
            olivia.look("accounts-new");
            submit(olivia);

            // then
            assertThat(olivia.reads()).contains("Tina Turner was added");
            olivia.openMail("tina@" + id + ".example", "Your account at Mandate");
            audrey.signIn("audrey@mandate.example").visit("/accounts?q=" + id);
            assertThat(audrey.look("accounts").reads()).contains("Tina Turner", "Administrador del partner");
            assertThat(audrey.visit("/accounts/acts").look("acts").reads()).contains("Tina Turner", "Olivia Owens");
            audrey.visit("/account").look("account");
            audrey.visit("/password/forgotten").look("password-forgotten");
        }
    }

    private static void submit(Person person) {
        person.page().locator("main form button[type=submit]").first().click();
    }

    private static void setPassword(Person person, String password) {
        person.page().locator("#password").fill(password);
        person.page().locator("#again").fill(password);
        submit(person);
    }

    private static void signIn(Person person, String username) {
        person.visit("/sign-in").page().locator("#username").fill(username);
        person.page().locator("#password").fill(PASSWORD);
        submit(person);
    }
}
