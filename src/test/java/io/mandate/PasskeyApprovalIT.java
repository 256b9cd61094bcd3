package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Authenticator;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Where approvals need a passkey: by code and passkey the first time, and with the same passkey from then on. */
@TestPropertySource(properties = "mandate.approval.passkey=required")
class PasskeyApprovalIT extends Walk {

    @Test
    void a_customer_approves_by_code_and_passkey_and_confirms_with_it_later() {
        try (Person paula = person(); Person fiona = person(); Person nancy = person()) {
            // given
            Authenticator device = new Authenticator(nancy.page());
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_administrator").letMandateSend();
            nancy.openMail(customer, "Contoso Cloud").followLink().prove(customer);

            // when
            nancy.look("answer-passkey-first");
            nancy.page().locator("input[name=passkey_name]").fill("Laptop");
            nancy.page().locator("form#passkey button").click();
            nancy.page().locator("form#approval").waitFor();
            nancy.approve("Nancy Davolio");

            // then
            nancy.page().getByText("a passkey").first().waitFor();
            nancy.look("answer-passkey-done");
            assertThat(nancy.reads()).contains("You approved the request", "address proven with a mailed code, and a passkey");

            // and when she is asked again
            fiona.signIn("fiona@fabrikam.example").ask("Northwind Traders", customer, "infrastructure_operator").letMandateSend();
            nancy.openMail(customer, "Fabrikam").followLink().prove(customer);
            nancy.look("answer-passkey");
            device.verifies(false);
            nancy.page().locator("form#passkey button").click();

            // then
            nancy.page().getByText("Your device did not confirm it").waitFor();
            assertThat(nancy.page().locator("form#approval").count()).isZero();

            // and when
            device.verifies(true);
            nancy.page().locator("form#passkey button").click();
            nancy.page().locator("form#approval").waitFor();
            nancy.approve("Nancy Davolio");
            nancy.page().getByText("You approved the request").first().waitFor();

            // and when she moves it later, signed in by a link
            nancy.signInByLink(customer);
            nancy.page().locator("a[href$='/services/mail/move']").click();
            nancy.page().locator("select[name=partner]").selectOption("fabrikam");
            nancy.page().locator("input[type=checkbox][name=agreementAccepted]").check();
            nancy.page().locator("textarea[name=note]").fill("Welcome");
            nancy.page().locator("form[action$='/move'] button[type=submit]").click();
            nancy.page().getByText("Confirm with your passkey").first().waitFor();
            nancy.look("passkey-confirm");
            nancy.page().locator("form[data-passkey] button").click();

            // then
            nancy.page().waitForURL(url -> url.matches(".*/organisation/[0-9a-f-]{36}"));
            assertThat(nancy.reads()).contains("moved");
        }
    }
}
