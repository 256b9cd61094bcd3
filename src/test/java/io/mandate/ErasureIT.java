package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.erasure.PersonalData;
import io.mandate.testing.Chromium;
import io.mandate.testing.DemoTest;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.Person;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** An ended relationship a year later, as people read it: with a look at each page in each language. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {

    @Autowired MandateProperties mandate;
    @Autowired PersonalData data;
    @Autowired Clock clock;

    private final String customer = Lifecycle.newAddress();
    private final String domain = customer.substring(customer.indexOf('@') + 1);
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
    void a_year_after_the_end_both_sides_read_what_was_held_and_no_names() {
        try (Person paula = person(); Person nancy = person(); Person olivia = person()) {
            // given
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_administrator", "mail_reader")
                    .letMandateSend();
            String request = path(paula);
            nancy.openMail(customer, "Contoso Cloud").followLink().prove(customer).approve("Nancy Davolio");
            nancy.openMail(customer, "You approved the request");
            String relationship = openCustomer(paula, "End the relationship");
            paula.visit(relationship + "/end").page().locator("textarea[name=note]").fill("We close.");
            press(paula, "Ask for the end");
            nancy.signInByLink(customer).page().locator("a[href$='/end']").first().click();
            press(nancy, "Confirm: end it now");
            nancy.openMail(customer, "Northwind Traders has ended");
            assertThat(words(paula.visit(request))).contains("Nancy Davolio", customer);

            // when
            erase();

            // then
            olivia.signIn("olivia@mandate.example");
            for (String language : new String[] {"en", "es", "de"}) {
                for (String page : new String[] {request, relationship, relationship + "/end", "/customers?status=ENDED&q=" + domain}) {
                    read(paula, page, language);
                }
                read(olivia, "/overview?q=" + domain, language);
            }
            assertThat(words(paula.visit(request + "?lang=en"))).contains("were erased on", "[erased on");
            paula.picture("erased-request").visit(relationship).picture("erased-customer");
            assertThat(words(paula)).contains("Accepted by [erased on", "Invited addresses [erased on", "This relationship ended on");
            assertThat(words(paula.visit(relationship + "/end").picture("erased-end"))).contains("Asked for by [erased on");
            assertThat(words(olivia.visit("/overview?lang=en&q=" + domain).picture("erased-overview"))).contains("[erased on");
        }
    }

    private void read(Person who, String page, String language) {
        who.visit(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
        assertThat(words(who)).contains("Northwind Traders")
                .doesNotContain("Nancy", "Paula Pérez,", customer, "We close.", "erased.invalid");
        Look.right(who.page());
    }

    /** For the erasure alone a year has passed: what goes on beside it, and for other tests, keeps its dates. */
    private void erase() {
        Object erasure = AopTestUtils.getUltimateTargetObject(data);
        ReflectionTestUtils.setField(erasure, "clock", Clock.offset(clock, Duration.ofDays(366)));
        try {
            while (data.erase()) {
                // The next batch.
            }
        } finally {
            ReflectionTestUtils.setField(erasure, "clock", clock);
        }
    }

    private String openCustomer(Person paula, String words) {
        paula.visit("/customers?q=" + domain).page().locator("table a")
                .filter(new Locator.FilterOptions().setHasText("Northwind Traders")).first().click();
        paula.page().getByText(words).first().waitFor();
        String address = paula.page().locator("a[href$='/end']").first().getAttribute("href");
        return address.substring(0, address.length() - "/end".length());
    }

    private static void press(Person person, String button) {
        person.page().locator("main button[type=submit]")
                .filter(new Locator.FilterOptions().setHasText(button)).click();
        person.page().locator("main .notice.success").waitFor();
    }

    private String path(Person person) {
        return person.page().url().substring(mandate.baseUrl().toString().length());
    }

    private static String words(Person person) {
        return person.reads().replaceAll("\\s+", " ");
    }

    private Person person() {
        return new Person(chromium.browser(), mandate.baseUrl().toString());
    }
}
