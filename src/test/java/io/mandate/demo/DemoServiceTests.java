package io.mandate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mandate.MandateProperties;
import io.mandate.testing.Chromium;
import io.mandate.testing.DemoTest;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** The demo's mail service beside the pages of Mandate, in a browser: told, failing, working again, removing by itself. */
@DemoTest
// Where other tests moved the clock while the demo's engine was running, its timers are due long after.
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoServiceTests {

    private static final int A_WHILE = 60_000;
    /** A minute, and another until the engine looks what is due. */
    private static final int UNTIL_THE_NEXT_CHECK = 180_000;

    @Autowired MandateProperties mandate;

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
    @Order(1)
    void a_service_that_fails_and_works_again_is_told_and_what_it_removes_both_sides_hear() {
        String customer = Lifecycle.newAddress();
        try (Person paula = person(); Person nancy = person(); Person service = person()) {
            // given
            service.visit("/demo-service").picture("demo-service-empty");
            assertThat(service.reads()).contains("Nobody can do anything here yet");
            press(service, "Fail for now");
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_administrator", "mail_reader")
                    .letMandateSend();
            nancy.openMail(customer, "Contoso Cloud").followLink().prove(customer).approve("Nancy Davolio");

            // when
            service.picture("demo-service-failing");
            press(service, "Work again");
            waitFor(service, "mail-administrator, mail-reader");

            // then
            looksRight(service, "demo-service");
            nancy.openMail(customer, "You approved").picture("demo-service-mail-confirmed");
            assertThat(nancy.reads()).contains("Confirmed by the service itself: Mail");

            // and when
            press(service, "Remove here");

            // then
            assertThat(service.reads()).doesNotContain("mail-reader");
            nancy.openMail(customer, "The permission of Contoso Cloud has ended").picture("demo-service-mail-removed");
            paula.openMail("paula@contoso.example", "your permission has ended");
            assertThat(paula.reads()).contains("Northwind Traders");
        }
    }

    @Test
    @Order(2)
    void what_is_removed_without_a_report_mandate_finds_by_asking() {
        String customer = Lifecycle.newAddress();
        try (Person paula = person(); Person nancy = person(); Person service = person()) {
            // given
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_administrator").letMandateSend();
            nancy.openMail(customer, "Contoso Cloud").followLink().prove(customer).approve("Nancy Davolio");
            nancy.openMail(customer, "You approved");

            // when
            waitFor(service, "mail-administrator");
            press(service, "Remove without a report");

            // then
            service.picture("demo-service-unreported");
            nancy.page().waitForCondition(() -> nancy.visit("/inbox?to=" + customer).reads().contains("The permission of Contoso Cloud has ended"),
                    new Page.WaitForConditionOptions().setTimeout(UNTIL_THE_NEXT_CHECK));
            nancy.openMail(customer, "The permission of Contoso Cloud has ended").picture("demo-service-mail-found");
            assertThat(nancy.reads()).contains("in the service’s own portal");
        }
    }

    private static void looksRight(Person person, String picture) {
        person.picture(picture);
        assertThat(Look.violations(person.page())).isEmpty();
        person.page().setViewportSize(360, 740);
        person.picture(picture + "-phone");
        assertThat(Look.tooWide(person.page())).isEmpty();
        person.page().setViewportSize(1200, 900);
    }

    private static void press(Person person, String button) {
        Locator found = person.page().locator("main button").filter(new Locator.FilterOptions().setHasText(button));
        found.first().click();
        person.page().waitForLoadState();
    }

    private static void waitFor(Person person, String words) {
        person.page().waitForCondition(() -> person.visit("/demo-service").reads().contains(words),
                new Page.WaitForConditionOptions().setTimeout(A_WHILE));
    }

    private Person person() {
        return new Person(chromium.browser(), mandate.baseUrl().toString());
    }
}
