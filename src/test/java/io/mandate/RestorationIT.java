package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.testing.Look;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import org.junit.jupiter.api.Test;

/** A permission is lost, asked for again, given back in part, and more is asked for: each in a browser, as people do it. */
class RestorationIT extends Walk {

    @Test
    void what_was_removed_is_asked_for_again_in_part_and_given_back() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");
            nancy.signInByLink(customer).page().locator("a[href$='/services/mail/remove']").click();
            nancy.page().locator("button.danger").click();
            nancy.page().getByText("The permission for Mail was removed").waitFor();

            // when the partner asks for less than it had, and for something new
            customerPage(paula).page().getByText("your duty to support them stay").waitFor();
            paula.picture("customer-without-permission");
            paula.page().locator(".notice a[href$='/restore']").click();
            paula.picture("restore");
            assertThat(paula.reads()).contains("You held: Mail administrator, Mail settings reader. The customer removed it on");
            assertThat(paula.page().locator("[name=mail_administrator]").isChecked()).isTrue();
            paula.page().locator("[name=mail_administrator]").uncheck();
            paula.page().locator("[name=mail_days]").fill("30");
            paula.page().locator("[name=infrastructure_operator]").check();
            paula.page().locator("textarea[name=note]").fill("We only read your settings from now on.");
            paula.page().locator("button[name=send][value=mandate]").click();
            paula.page().getByText("The e-mail is on its way").waitFor();

            // then the customer sees the difference
            nancy.openMail(customer, "asks again").picture("mail-restore");
            assertThat(nancy.reads()).contains("We only read your settings from now on.");
            nancy.followLink().picture("answer-restore-before-proof");
            assertThat(nancy.reads()).contains("Your organisation removed it on", "No longer asked for: Mail administrator",
                    "New: Contoso Cloud did not hold this before.");
            nancy.prove(customer).picture("answer-restore");
            nancy.page().locator("[name=infrastructure_approved]").uncheck();
            nancy.approve("Nancy Davolio");
            nancy.page().getByText("You approved the request").first().waitFor();

            // and the partner has it back
            paula.openMail("paula@contoso.example", "approved your request");
            customerPage(paula).page().getByText("Give up").first().waitFor();
            paula.picture("customer-restored");
            assertThat(paula.reads()).contains("Mail settings reader", "Give up").doesNotContain("your duty to support them stay");
        }
    }

    @Test
    void a_further_service_is_asked_for_and_sent_by_the_partner() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_reader");

            // when
            customerPage(paula).page().locator("a[href$='/restore']").last().click();
            paula.picture("restore-more");
            paula.page().locator("button[name=send][value=mail-program]").click();
            paula.page().getByText("Please tick at least one role").first().waitFor();
            paula.picture("restore-nothing-chosen");
            paula.page().locator("[name=collaboration_administrator]").check();
            paula.page().locator("button[name=send][value=mail-program]").click();
            paula.page().locator("#text").waitFor();
            paula.picture("restore-share");

            // then
            String link = paula.page().locator("#text").inputValue().replaceAll("(?s).*(http\\S+/answer/\\S+).*", "$1");
            nancy.visit(link).prove(customer).approve("Nancy Davolio");
            nancy.page().getByText("You approved the request").first().waitFor();
            customerPage(paula);
            assertThat(paula.page().locator("text=Open admin portal").count()).isEqualTo(2);
        }
    }

    @Test
    void the_pages_look_right_in_each_language() {
        try (Person paula = person(); Person nancy = person()) {
            granted(paula, nancy, "mail_administrator");
            customerPage(paula).page().locator("a[href$='/services/mail/give-up']").click();
            paula.page().locator("button.danger").click();
            paula.page().getByText("You gave it up on").waitFor();
            String page = paula.page().url().replaceAll("[?#].*", "");

            for (String language : new String[] {"en", "es", "de"}) {
                Look.right(paula.visit(page + "/restore?lang=" + language).page());
                Look.right(paula.visit(page + "?lang=" + language).page());
            }
            paula.page().setViewportSize(360, 780);
            paula.visit(page + "/restore?lang=de").picture("restore-phone");
        }
    }

    private Person customerPage(Person paula) {
        paula.visit("/customers?q=" + domain);
        paula.page().locator("table a").filter(new Locator.FilterOptions().setHasText("Northwind Traders")).first().click();
        return paula;
    }
}
