package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import io.mandate.web.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A term that is shortened, as people walk it: in a browser, with the demo's inbox and the demo's mail service. */
class ShorteningIT extends Walk {

    @Autowired Times times;
    @Autowired Clock clock;

    @Test
    void the_customer_shortens_a_term_and_partner_service_and_mails_have_the_new_end() {
        try (Person paula = person(); Person nancy = person(); Person service = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");
            String end = times.day(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30), Locale.ENGLISH) + ", 23:59 UTC";

            // when
            signInByLink(nancy);
            nancy.page().locator("a[href$='/services/mail/shorten']").click();
            nancy.picture("shorten");
            nancy.page().locator("textarea[name=note]").fill("The migration is done by then.");
            nancy.page().locator("button").filter(new Locator.FilterOptions().setHasText("In 30 days")).click();
            nancy.picture("shorten-filled");
            nancy.page().locator("main form .actions button[type=submit]").click();

            // then
            nancy.picture("shortened");
            assertThat(nancy.reads()).contains("The term of the permission for Mail was shortened: it ends on " + end);
            nancy.page().locator("a[href$='/history']").click();
            nancy.picture("shortened-history");
            assertThat(nancy.reads()).contains("Nancy Davolio shortened the term of the permission for Mail: it ends on " + end);
            nancy.openMail(customer, "for Mail now ends on").picture("mail-shortened-customer");
            assertThat(words(nancy)).contains("The service itself has confirmed the new end.");
            paula.openMail("paula@contoso.example", "your permission for Mail now ends on").picture("mail-shortened-partner");
            assertThat(words(paula)).contains("The migration is done by then.", "your duty to support them stay");
            paula.visit("/customers?q=" + customer.substring(customer.indexOf('@') + 1));
            paula.page().locator("table a").filter(new Locator.FilterOptions().setHasText("Northwind Traders")).first().click();
            paula.page().getByText(end).first().waitFor();
            paula.picture("customer-shortened");
            assertThat(paula.reads()).contains(end);
            service.visit("/demo-service").picture("demo-service-shortened");
            assertThat(service.reads()).contains(end);
        }
    }

    private void signInByLink(Person nancy) {
        nancy.visit("/sign-in").page().locator("#address").fill(customer);
        nancy.page().locator("form[action$='/sign-in/link'] button").click();
        nancy.openMail(customer, "Your link to sign in").page().locator("pre a[href*='/sign-in/link/']").click();
        nancy.page().locator("main button[type=submit]").click();
        nancy.page().waitForURL(url -> url.contains("/organisation/"), new Page.WaitForURLOptions().setTimeout(30_000));
    }

    private static String words(Person person) {
        return person.reads().replaceAll("\\s+", " ");
    }
}
