package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.testing.Chromium;
import io.mandate.testing.DemoTest;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** An indirect provider invites on behalf of one of its partners, in a browser, with a look at each page. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoTierIT {

    private static final String DANA = "dana@adatum.example";
    private static final String FIONA = "fiona@fabrikam.example";
    private static final String BOTH = "Adatum Distribution on behalf of Fabrikam Managed Services";

    @Autowired MandateProperties mandate;

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
    void a_provider_invites_for_its_partner_and_the_customer_knows_both() {
        try (Person dana = person(); Person fiona = person(); Person nancy = person(); Person paula = person()) {
            // when
            dana.signIn(DANA);
            ask(dana);
            assertThat(dana.page().locator("textarea").inputValue()).contains(BOTH, "What you approve is given to Fabrikam Managed Services alone.");
            dana.letMandateSend().look("two-tier-request");

            // then
            assertThat(words(dana)).contains("Fabrikam Managed Services", "of Adatum Distribution, on behalf of the partner");
            nancy.openMail(customer, BOTH).picture("mail-two-tier");
            assertThat(words(nancy)).contains("Replies reach Dana Dahl");
            nancy.followLink().look("two-tier-question");
            assertThat(words(nancy)).contains(BOTH + " asks for your permission", "Adatum Distribution only asks.");

            // and when
            nancy.prove(customer).look("two-tier-proven").approve("Nancy Davolio").look("two-tier-done");

            // then
            assertThat(words(nancy)).contains("Fabrikam Managed Services may now administer", "Asked on its behalf by Adatum Distribution");
            fiona.signIn(FIONA).openCustomer(domain).look("two-tier-partner");
            assertThat(words(fiona)).contains("In force", "Mail administrator", "asked by your indirect provider on your behalf");
            fiona.mails(FIONA, "Northwind Traders", 1);
            dana.visit("/customers/of-partners?q=" + domain).look("two-tier-list");
            assertThat(words(dana)).contains("One request", "Fabrikam Managed Services asked by you on its behalf");
            dana.page().locator("table a[href*='/customers/']").click();
            dana.look("two-tier-record");
            assertThat(words(dana)).contains("A customer of Fabrikam Managed Services, which works through you", "Mail administrator");
            paula.signIn("paula@contoso.example").visit("/customers?q=" + domain);
            assertThat(words(paula)).contains("Nothing found");

            // and when
            nancy.signInByLink(customer).look("two-tier-organisation");
            nancy.page().locator("a[href$='/services/mail/contact']").click();
            nancy.page().locator("input[name=partner][value='provider of fabrikam']").check();
            nancy.look("two-tier-contact").page().locator("main form button[type=submit]").click();

            // then
            nancy.page().getByText("The support contact for Mail was chosen").waitFor();
            assertThat(words(nancy)).contains("Adatum Distribution Dana Dahl, dana@adatum.example your choice");
            fiona.openCustomer(domain).look("two-tier-partner-contact");
            assertThat(words(fiona)).contains("For support, the customer calls your indirect provider");
        }
    }

    private void ask(Person dana) {
        dana.visit("/requests/new").page().locator("select[name=partner]").selectOption("fabrikam");
        dana.page().locator("button[value=partner]").click();
        dana.look("two-tier-new");
        assertThat(dana.page().locator("select[name=partner]").inputValue()).isEqualTo("fabrikam");
        dana.page().locator("input[name=organisation]").fill("Northwind Traders");
        dana.page().locator("input[name=address]").fill(customer);
        dana.page().locator("input[name=cloud][value=global]").check();
        dana.page().locator("select[name=country]").selectOption("US");
        dana.page().locator("input[type=checkbox][name=mail_administrator]").check();
        // Enter stands for the form's own button, not for the choice of the partner.
        Locator name = dana.page().locator("input[name=name]");
        name.fill("Two tiers " + domain.substring(0, 8));
        name.press("Enter");
        dana.page().waitForURL("**/draft");
    }

    private static String words(Person person) {
        return person.reads().replaceAll("\\s+", " ");
    }

    private Person person() {
        return new Person(chromium.browser(), mandate.baseUrl().toString());
    }
}
