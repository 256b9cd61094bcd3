package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.testing.Look;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import org.junit.jupiter.api.Test;

/** The end of a relationship, as people walk it: asked for, taken back, asked for again and confirmed; with a look at each page. */
class EndingIT extends Walk {

    @Test
    void a_relationship_is_ended_taken_back_ended_again_and_confirmed() {
        try (Person paula = person("en"); Person nancy = person("en"); Person service = person("en")) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");

            // when
            nancy.signInByLink(customer);
            String home = nancy.page().url();
            nancy.page().locator("a[href$='/end']").click();
            nancy.picture("end").page().locator("textarea[name=note]").fill("We do it ourselves from now on.");
            Look.right(nancy.page());
            press(nancy, "Ask for the end");

            // then
            nancy.picture("end-asked");
            Look.right(nancy.page());
            assertThat(words(nancy)).contains("The end was asked for", "Nancy Davolio of Northwind Traders asked to end");
            paula.openMail("paula@contoso.example", "is to end on").picture("mail-end-asked");
            assertThat(words(paula)).contains("We do it ourselves from now on.", "confirm the end, here");

            // and when
            press(nancy, "Take it back");

            // then
            assertThat(words(nancy)).contains("Taken back: the relationship goes on as before");
            paula.openMail("paula@contoso.example", "Northwind Traders continues").picture("mail-end-taken-back");

            // and when
            press(nancy, "Ask for the end");
            paula.visit("/customers?q=" + domain).page().locator("table a")
                    .filter(new Locator.FilterOptions().setHasText("Northwind Traders")).first().click();
            paula.page().getByText("asked to end the relationship").first().waitFor();
            paula.picture("customer-ending");
            paula.page().locator("a[href$='/end']").first().click();
            paula.picture("end-confirm");
            Look.right(paula.page());
            press(paula, "Confirm: end it now");

            // then
            paula.picture("end-confirmed");
            assertThat(words(paula)).contains("The relationship has ended", "Confirmed by");
            nancy.openMail(customer, "Northwind Traders has ended").picture("mail-ended");
            assertThat(words(nancy)).contains("Mail: checked at the service, nothing is left there",
                    "Asked for by Nancy Davolio of Northwind Traders");
            service.visit("/demo-service").picture("demo-service-ended");
            everythingStaysReadable(paula, nancy, home);
        }
    }

    private void everythingStaysReadable(Person paula, Person nancy, String home) {
        for (String language : new String[] {"en", "es", "de"}) {
            String end = paula.page().url().replaceAll("\\?.*", "");
            Look.right(paula.visit(path(end) + "?lang=" + language).picture("ended-" + language).page());
            Look.right(nancy.visit(path(home) + "?lang=" + language).picture("organisation-ended-" + language).page());
        }
        assertThat(words(nancy.visit(path(home) + "?lang=en"))).contains("Former partners", "How it ended");
        nancy.page().locator("a[href$='/history']").click();
        nancy.picture("ended-history");
        assertThat(words(nancy)).contains("asked to end the relationship", "The relationship ended, confirmed by");
        paula.visit("/customers?lang=en&status=ENDED&q=" + domain).picture("customers-ended");
        assertThat(words(paula)).contains("Northwind Traders", "Ended");
        paula.page().locator("table a").filter(new Locator.FilterOptions().setHasText("Northwind Traders")).first().click();
        paula.page().getByText("This relationship ended on").first().waitFor();
        paula.picture("customer-ended");
        Look.right(paula.page());
    }

    private static void press(Person person, String button) {
        person.page().locator("main button[type=submit]")
                .filter(new Locator.FilterOptions().setHasText(button)).click();
        person.page().locator("main .notice.success").waitFor();
    }

    private String path(String url) {
        return url.substring(mandate.baseUrl().toString().length());
    }

    private static String words(Person person) {
        return person.reads().replaceAll("\\s+", " ");
    }
}
