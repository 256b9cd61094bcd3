package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way, as people walk it: in a browser, with the mails from the demo's inbox. */
class EndToEndIT extends Walk {

    @Autowired JdbcClient jdbc;

    @Test
    void a_partner_asks_a_customer_approves_from_the_mail_and_the_service_can_ask() throws Exception {
        try (Person paula = person(); Person nancy = person(); Person olivia = person()) {
            // given
            paula.signIn("paula@contoso.example");
            assertThat(paula.page().url()).endsWith("/customers");
            paula.ask("Northwind Traders", customer, "mail_administrator", "mail_reader", "infrastructure_operator").picture("draft");
            paula.letMandateSend().picture("sent");

            // when
            nancy.openMail(customer, "Contoso Cloud").followLink().picture("question");
            assertThat(nancy.reads()).contains("Contoso Cloud", "Paula").doesNotContain("Fabrikam");
            nancy.prove(customer).picture("approval");
            nancy.page().locator("input[type=checkbox][name=infrastructure_approved]").uncheck();
            nancy.page().locator("input[name=mail_days]").fill("30");
            nancy.approve("Nancy Davolio").picture("approved");

            // then
            assertThat(nancy.reads()).contains("Nancy Davolio", "Contoso Cloud");
            nancy.openMail(customer, "Contoso Cloud").picture("mail-approved");
            nancy.openMail("paula@contoso.example", "Northwind Traders");
            assertThat(nancy.reads()).contains("Nancy Davolio");

            // and the partner sees the customer, with what it may do
            paula.visit("/customers?q=" + domain).picture("customers");
            assertThat(paula.reads()).contains("Northwind Traders", "In force");

            // and the service is told so, and only that
            assertThat(decision("mail", "mail-reader")).contains("\"decision\":true");
            assertThat(decision("infrastructure", "administer")).contains("\"decision\":false");

            // and the process owner finds it
            olivia.signIn("olivia@mandate.example").visit("/overview?q=" + domain).picture("overview");
            assertThat(olivia.reads()).contains("Northwind Traders", "Contoso Cloud");
        }
    }

    @Test
    void a_takeover_says_from_whom_and_the_loser_hears_of_it_without_a_name() {
        try (Person fiona = person(); Person paula = person(); Person nancy = person()) {
            // given
            fiona.signIn("fiona@fabrikam.example").ask("Northwind Traders", customer, "mail_administrator").letMandateSend();
            nancy.openMail(customer, "Fabrikam").followLink().prove(customer).approve("Nancy Davolio");
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_administrator").letMandateSend();

            // when
            nancy.openMail(customer, "Contoso Cloud").followLink();
            assertThat(nancy.reads()).doesNotContain("Fabrikam");
            nancy.prove(customer).picture("takeover");
            assertThat(nancy.reads()).contains("Fabrikam Managed Services");
            nancy.approve("Nancy Davolio");

            // then
            nancy.openMail("fiona@fabrikam.example", "Ihre Berechtigung ist beendet");
            assertThat(nancy.reads()).contains("Northwind Traders").doesNotContain("Contoso");
            fiona.visit("/customers?q=" + domain);
            assertThat(fiona.page().content()).doesNotContain("Contoso");
        }
    }

    @Test
    void a_decline_gives_its_reason_and_ask_again_is_filled_in() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_reader").letMandateSend();
            String request = paula.page().url();

            // when
            nancy.openMail(customer, "Contoso Cloud").followLink().prove(customer);
            Locator refusal = nancy.page().locator("form#refusal");
            refusal.locator("textarea").fill("We have <b>somebody</b> ${already}");
            refusal.locator("input[name=decline_name]").fill("Nancy Davolio");
            refusal.locator("input[type=checkbox][name=decline_administrator]").check();
            refusal.locator("button[type=submit]").click();

            // then
            assertThat(nancy.reads()).contains("We have <b>somebody</b> ${already}");
            paula.visit(request).picture("declined");
            assertThat(paula.reads()).contains("We have <b>somebody</b> ${already}", "Declined");
            paula.page().locator("a[href*='again=']").first().click();
            assertThat(paula.page().locator("input[name=address]").inputValue()).isEqualTo(customer);
        }
    }

    @Test
    void a_partner_sends_the_mail_with_their_own_program() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_reader");

            // when
            paula.page().locator("button[name=send][value=mail-program]").click();
            paula.page().waitForURL(Pattern.compile(".*/share.*"));
            paula.picture("share");
            String text = paula.page().locator("textarea").inputValue();
            String link = text.lines().filter(line -> line.contains("/answer/")).findFirst().orElseThrow().strip();

            // then
            assertThat(paula.page().locator("a[href^='mailto:']").getAttribute("href")).contains("%2Fanswer%2F").hasSizeLessThanOrEqualTo(1900);
            nancy.visit(link).prove(customer).approve("Nancy Davolio");
            assertThat(nancy.reads()).contains("Nancy Davolio");
        }
    }

    @Test
    void a_refused_address_is_corrected() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            String refused = customer.replace("ada@", "nobody@");
            paula.signIn("paula@contoso.example").ask("Northwind Traders", refused, "mail_reader").letMandateSend();
            String request = paula.page().url();
            Locator address = paula.page().locator("form[action$='/address'] input[name=address]");
            paula.page().waitForCondition(() -> paula.visit(request).page().locator("details[open] input[name=address]").count() > 0,
                    new Page.WaitForConditionOptions().setTimeout(60_000));
            paula.picture("refused");

            // when
            address.fill(customer);
            paula.page().locator("form[action$='/address'] button[type=submit]").click();

            // then
            nancy.openMail(customer, "Contoso Cloud").followLink();
            assertThat(nancy.reads()).contains("Contoso Cloud");
        }
    }

    @Test
    void the_process_owner_sees_the_waiting_step_in_cockpit_with_the_same_sign_in() {
        try (Person paula = person(); Person olivia = person()) {
            // given
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_reader");

            // when
            olivia.signIn("olivia@mandate.example").visit("/overview?q=" + domain);
            olivia.page().locator("main a[href*='/process-instance/']").first().click();

            // then
            Locator step = olivia.page().locator("[data-element-id=Task_ReviewInvitation]").first();
            step.waitFor();
            olivia.page().locator(".badge, .activity-bottom-left-position").first().waitFor();
            olivia.picture("cockpit");
            assertThat(olivia.page().url()).contains("/process-instance/");
        }
    }

    private String decision(String service, String action) throws Exception {
        String id = jdbc.sql("select id from customer where identity = ?").param(domain).query(String.class).single();
        String question = """
                {"subject":{"type":"partner","id":"contoso"},"action":{"name":"%s"},
                 "resource":{"type":"service","id":"%s","properties":{"customer":"%s"}}}
                """.formatted(action, service, id);
        String caller = Base64.getEncoder().encodeToString((service + "-service:demo").getBytes());
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(mandate.url("/access/v1/evaluation")))
                        .header("Authorization", "Basic " + caller).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question)).build(),
                BodyHandlers.ofString()).body().replace(" ", "");
    }
}
