package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mandate.testing.Chromium;
import io.mandate.testing.DemoTest;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail that comes back after it was sent, as people walk it: in a browser, with the demo's mail server and mailbox. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnedMailIT {

    @Autowired MandateProperties mandate;

    private final String customer = Lifecycle.newAddress();
    private Chromium chromium;

    @BeforeAll
    void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_partner_sees_that_the_mail_came_back_and_corrects_the_address() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            String gone = customer.replace("ada@", "gone@");
            paula.signIn("paula@contoso.example").ask("Northwind Traders", gone, "mail_reader").letMandateSend();
            String request = paula.page().url();

            // when
            paula.page().waitForCondition(() -> paula.visit(request).page().locator("details[open] input[name=address]").count() > 0,
                    new Page.WaitForConditionOptions().setTimeout(60_000));

            // then
            paula.picture("returned");
            Look.right(paula.page());
            assertThat(words(paula)).contains("or the mail came back", "could not be delivered",
                    "550 5.1.1 <" + gone + "> This mailbox is gone");
            paula.openMail("paula@contoso.example", "came back").picture("mail-returned");
            assertThat(words(paula)).contains("This mailbox is gone", "correct the address");

            // and
            paula.visit(request).page().locator("form[action$='/address'] input[name=address]").fill(customer);
            paula.page().locator("form[action$='/address'] button[type=submit]").click();
            nancy.openMail(customer, "Contoso Cloud").followLink();
            assertThat(nancy.reads()).contains("Contoso Cloud");
            paula.visit(request).picture("returned-corrected");
            assertThat(words(paula)).contains("changed the address to " + customer);
        }
    }

    private static String words(Person person) {
        return person.reads().replaceAll("\\s+", " ");
    }

    private Person person() {
        return new Person(chromium.browser(), mandate.baseUrl().toString());
    }
}
