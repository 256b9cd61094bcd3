package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.testing.Look;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A duty is handed over, as people walk it: proposed by the customer, confirmed, accepted, and done on its date; with a look at each page. */
class DutyIT extends Walk {

    @Autowired ManagementService management;
    @Autowired Clock clock;

    @Test
    void duty_handed_over() {
        try (Person paula = person(); Person fiona = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");
            fiona.signIn("fiona@fabrikam.example").ask("Northwind Traders", customer, "infrastructure_operator").letMandateSend();
            nancy.openMail(customer, "Fabrikam Managed Services").followLink().prove(customer).approve("Nancy Davolio");
            nancy.openMail(customer, "You approved the request");

            // when
            nancy.signInByLink(customer);
            String home = path(nancy.page().url());
            duty(nancy, "Contoso Cloud");
            nancy.page().locator("input[name=kind][value=hand_over]").check();
            nancy.page().locator("input[name=partner][value=fabrikam]").check();
            nancy.page().locator("textarea[name=partnerNote]").fill("Please take care of us from now on.");
            nancy.page().locator("textarea[name=note]").fill("We want one partner only.");
            nancy.page().locator("input[name=lastDay]").fill(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30).toString());
            nancy.look("duty-propose");
            press(nancy, "propose");

            // then
            nancy.look("duty-proposed");
            String page = path(nancy.page().url());
            paula.openMail("paula@contoso.example", "A proposal about the duty").picture("mail-duty-proposed");
            assertThat(words(paula)).contains("We want one partner only.", "confirm or decline, here")
                    .doesNotContain("Fabrikam", "take care of us");

            // and when
            paula.openCustomer(domain).look("customer-duty");
            paula.page().locator("main .notice a[href$='/duty']").click();
            paula.look("duty-confirm");
            press(paula, "confirm");

            // then
            fiona.openMail("fiona@fabrikam.example", "bittet Sie, die Supportpflicht").picture("mail-duty-asked");
            assertThat(words(fiona)).contains("Please take care of us from now on.").doesNotContain("Contoso", "one partner only");

            // and when
            fiona.openCustomer(domain);
            fiona.page().locator("main .notice a[href$='/duty']").click();
            fiona.look("duty-asked");
            press(fiona, "accept");

            // then
            nancy.openMail(customer, "all have agreed").picture("mail-duty-agreed");
            assertThat(words(nancy)).contains("from Contoso Cloud to Fabrikam Managed Services");
            nancy.visit(page).look("duty-agreed");

            // and when: its date comes
            management.executeJob(dateReached().getId());

            // then
            paula.openMail("paula@contoso.example", "The duty of Contoso Cloud to support Northwind Traders has ended");
            fiona.openMail("fiona@fabrikam.example", "Sie haben die Supportpflicht").picture("mail-duty-taken-on");
            everybodySeesIt(paula, fiona, nancy, home, page);
        }
    }

    private void everybodySeesIt(Person paula, Person fiona, Person nancy, String home, String page) {
        for (String language : new String[] {"en", "es", "de"}) {
            Look.right(nancy.visit(page + "?lang=" + language).picture("duty-done-" + language).page());
            Look.right(nancy.visit(home + "?lang=" + language).picture("organisation-duty-" + language).page());
        }
        assertThat(words(nancy.visit(page + "?lang=en"))).contains("The duty goes from Contoso Cloud to Fabrikam Managed Services",
                "The duty has changed");
        paula.openCustomer(domain).look("customer-without-duty");
        assertThat(words(paula)).contains("Support duty ended", "You have no duty to support Northwind Traders now");
        paula.page().locator("main a[href$='/duty']").first().click();
        paula.look("duty-none");
        assertThat(words(paula)).contains("The duty goes from Contoso Cloud to another partner").doesNotContain("Fabrikam");
        fiona.openCustomer(domain).page().locator("main a[href$='/duty']").first().click();
        fiona.look("duty-taken-on");
        assertThat(words(fiona)).contains("A duty that another partner has goes to you").doesNotContain("Contoso");
    }

    private Job dateReached() {
        return management.createJobQuery().activityId("Event_DateReached").singleResult();
    }

    private void duty(Person person, String partner) {
        person.page().locator("section[aria-labelledby=partners] tr")
                .filter(new Locator.FilterOptions().setHasText(partner)).locator("a[href$='/duty']").click();
        person.page().locator("#propose").waitFor();
    }

    private static void press(Person person, String act) {
        person.page().locator("main form:has([name=act][value=" + act + "]) button[type=submit]").click();
        person.page().locator("main .notice.success").waitFor();
    }

    private String path(String url) {
        return url.substring(mandate.baseUrl().toString().length()).replaceAll("\\?.*", "");
    }

    private static String words(Person person) {
        return person.reads().replaceAll("\\s+", " ");
    }
}
