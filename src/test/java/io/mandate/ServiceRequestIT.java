package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import org.junit.jupiter.api.Test;

/** A service request, as people walk it: in a browser, with the demo's inbox, after the permission was removed. */
class ServiceRequestIT extends Walk {

    private static final String TEXT = "Mails of the last hour are missing.";

    @Test
    void a_partner_on_duty_without_a_permission_gets_the_customer_help_and_everybody_follows_it() {
        try (Person paula = person(); Person nancy = person(); Person sam = person()) {
            // given a permission that the customer removed
            granted(paula, nancy, "mail_administrator", "mail_reader");
            nancy.signInByLink(customer);
            nancy.page().locator("a[href$='/services/mail/remove']").click();
            nancy.page().locator("main form button[type=submit]").click();

            // when the partner opens a service request
            toCustomer(paula).picture("support-customer");
            paula.page().locator("a[href$='/service-requests/new']").click();
            paula.page().locator("main form button[type=submit]").click();
            paula.picture("support-new-errors");
            assertThat(paula.reads()).contains("Please choose what it is about", "Please choose a priority");
            paula.page().locator("#service").selectOption("mail");
            paula.page().locator("input[name=priority][value=URGENT]").check();
            paula.page().locator("#subject").fill("Mails are missing");
            paula.page().locator("#text").fill(TEXT);
            paula.picture("support-new");
            paula.page().locator("main form button[type=submit]").click();

            // then both sides and support are told
            assertThat(paula.picture("support-opened").reads()).contains("The service request was opened", TEXT);
            String page = paula.page().url();
            paula.openMail("paula@contoso.example", "Service request opened");
            nancy.openMail(customer, "Service request opened").picture("mail-support-opened");
            sam.openMail("support@mandate.example", "Service request opened");

            // when support asks back
            sam.signIn("sam@mandate.example");
            assertThat(sam.picture("support-desk").reads()).contains("Mails are missing", "Urgent", "Contoso Cloud");
            sam.page().locator("table.list a").first().click();
            sam.picture("support-work");
            say(sam, "askBack", "Which mailbox?");
            assertThat(sam.reads()).contains("Your question was sent");
            paula.openMail("paula@contoso.example", "Support asks back").visit(page);
            assertThat(paula.picture("support-asked").reads()).contains("Support has a question", "Which mailbox?");
            say(paula, "answer", "All of them.");
            assertThat(paula.reads()).contains("Your answer was sent");

            // and the customer follows and says a word
            nancy.visit("/organisation").page().locator("a[href*='/service-requests/']").first().click();
            nancy.page().locator("textarea[name=text]").fill("Since this morning.");
            nancy.page().locator("main form button[type=submit]").click();
            assertThat(nancy.picture("support-organisation").reads()).contains("Your comment was added", "All of them.");

            // and support solves it
            sam.page().reload();
            assertThat(sam.reads()).contains("Since this morning.");
            say(sam, "solve", "The queue was restarted.");
            sam.picture("support-solved");

            // then
            nancy.openMail(customer, "Service request solved").picture("mail-support-solved");
            assertThat(nancy.reads()).contains("The queue was restarted.");
            assertThat(paula.visit(page).picture("support-solved-partner").reads())
                    .contains("Solved", "The queue was restarted.");
            assertThat(sam.visit("/support").reads()).contains("Nothing to do");
        }
    }

    private static void say(Person person, String button, String words) {
        person.page().locator("textarea[name=text]").fill(words);
        person.page().locator("button[name=say][value=" + button + "]").click();
    }

    private Person toCustomer(Person paula) {
        paula.visit("/customers?q=" + customer.substring(customer.indexOf('@') + 1));
        paula.page().locator("table a").filter(new Locator.FilterOptions().setHasText("Northwind Traders")).first().click();
        paula.page().locator("a[href$='/service-requests/new']").waitFor();
        return paula;
    }
}
