package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import org.junit.jupiter.api.Test;

/** After the grant, as people walk it: in a browser, with the mails from the demo's inbox and the demo's mail service. */
class RemovalIT extends Walk {

    @Test
    void the_customer_removes_a_permission_and_the_partner_keeps_its_duty() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");

            // when
            nancy.signInByLink(customer).picture("organisation");
            assertThat(nancy.reads()).contains("Northwind Traders", "Contoso Cloud", "Mail administrator", "Paula Pérez");
            nancy.page().locator("a[href$='/services/mail/remove']").click();
            nancy.picture("remove");
            nancy.page().locator("textarea[name=note]").fill("We do it ourselves from now on.");
            nancy.page().locator("button.danger").click();

            // then
            nancy.picture("removed");
            assertThat(nancy.reads()).contains("The permission for Mail was removed", "In force, without permission");
            nancy.page().locator("a[href$='/history']").click();
            nancy.picture("organisation-history");
            assertThat(nancy.reads()).contains("Nancy Davolio removed the permission for Mail");
            paula.openMail("paula@contoso.example", "your permission has ended").picture("mail-removed");
            assertThat(paula.reads().replaceAll("\\s+", " ")).contains("checked at the service, nothing is left there",
                    "duty to support them stay", "We do it ourselves from now on.");
            paula.visit("/customers?q=" + domain);
            paula.page().locator("table a").filter(new Locator.FilterOptions().setHasText("Northwind Traders")).first().click();
            paula.page().getByText("The customer removed yours on").waitFor();
            paula.picture("customer-lost");
            assertThat(paula.reads()).contains("your duty to support them stay");
        }
    }
}
