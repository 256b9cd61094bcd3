package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A permission goes from one partner to another while both watch, in a browser: neither ever reads the other's name. */
class TakeoverIT extends Walk {

    private static final String PAULA = "paula@contoso.example";
    private static final String FIONA = "fiona@fabrikam.example";
    private static final String NOTE = "Fabrikam looks after our mail from now on, Contoso has our thanks.";

    @Test
    void the_customer_approves_the_second_partners_request() {
        try (Person paula = person(); Person fiona = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");
            fiona.signIn(FIONA).ask("Northwind Traders", customer, "mail_administrator").letMandateSend();
            assertThat(paula.openCustomer(domain).reads()).contains("In force").doesNotContain("another partner");
            fiona.openCustomer(domain).look("takeover-second-before");
            assertThat(fiona.reads()).contains("another partner");

            // when
            nancy.openMail(customer, "Fabrikam").followLink().prove(customer).look("takeover-question");
            assertThat(nancy.reads()).contains("Contoso Cloud");
            nancy.approve("Nancy Davolio").look("takeover-approved");
            String report = nancy.mails(customer, "The permission of Contoso Cloud has ended", 1).get(0);

            // then
            assertThat(report).contains("moved to another partner", "nothing is left there");
            paula.page().reload();
            paula.look("takeover-first-after");
            assertThat(paula.reads()).contains("another partner", "It was moved to another partner on",
                    "In force, without permission", "your duty to support them stay");
            fiona.page().reload();
            fiona.look("takeover-second-after");
            assertThat(fiona.reads()).contains("In force").doesNotContain("another partner", "without permission");
            nancy.mails(PAULA, "your permission has ended", 1);
            neverTheOthersName(paula, fiona, "");
        }
    }

    @Test
    void the_customer_moves_it_by_its_own_page_with_a_note() {
        try (Person paula = person(); Person fiona = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");
            fiona.signIn(FIONA).ask("Northwind Traders", customer).letMandateSend();
            nancy.openMail(customer, "Fabrikam").followLink().prove(customer).approve("Nancy Davolio");
            paula.openCustomer(domain);
            assertThat(fiona.openCustomer(domain).reads()).contains("In force, without permission", "another partner");

            // when
            nancy.signInByLink(customer).look("organisation-two-partners");
            nancy.page().locator("a[href$='/services/mail/move']").click();
            nancy.look("move").page().locator("select[name=partner]").selectOption("fabrikam");
            nancy.page().locator("textarea[name=note]").fill(NOTE);
            nancy.page().locator("input[type=checkbox][name=agreementAccepted]").check();
            nancy.page().locator("main form button[type=submit]").click();

            // then
            nancy.page().getByText("The permission for Mail was moved").waitFor();
            nancy.look("moved");
            assertThat(nancy.reads()).contains("Fabrikam Managed Services", "Contoso Cloud");
            nancy.page().locator("a[href$='/history']").click();
            nancy.look("moved-history");
            assertThat(nancy.reads()).contains("moved a permission to this partner", "moved to another partner");
            assertThat(nancy.mails(FIONA, "Northwind Traders hat Ihnen eine Berechtigung", 1).get(0)).contains(NOTE);
            assertThat(nancy.mails(PAULA, "your permission has ended", 1).get(0)).contains(NOTE);
            paula.page().reload();
            assertThat(paula.look("moved-first-after").reads()).contains("It was moved to another partner on", NOTE);
            fiona.page().reload();
            assertThat(fiona.look("moved-second-after").reads()).contains("Mail administrator").doesNotContain("another partner");
            neverTheOthersName(paula, fiona, NOTE);
        }
    }

    @Test
    void the_customer_approves_a_part_and_the_first_partner_keeps_the_rest() {
        try (Person paula = person(); Person fiona = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader", "infrastructure_operator");
            fiona.signIn(FIONA).ask("Northwind Traders", customer, "mail_administrator", "mail_reader", "infrastructure_operator")
                    .letMandateSend();

            // when
            nancy.openMail(customer, "Fabrikam").followLink().prove(customer);
            nancy.page().locator("input[type=checkbox][name=infrastructure_approved]").uncheck();
            nancy.page().locator("input[type=checkbox][name=mail_administrator]").uncheck();
            nancy.approve("Nancy Davolio").look("part-approved");
            nancy.mails(customer, "The permission of Contoso Cloud has ended", 1);

            // then
            assertThat(paula.openCustomer(domain).look("part-first-after").reads()).contains(
                    "In force", "Infrastructure operator", "It was moved to another partner on")
                    .doesNotContain("without permission", "Mail administrator");
            assertThat(fiona.openCustomer(domain).look("part-second-after").reads())
                    .contains("In force", "Mail settings reader", "another partner").doesNotContain("Mail administrator");
            neverTheOthersName(paula, fiona, "");
        }
    }

    /** In no page of either partner about the customer, and in no mail that either ever got, except in the customer's words. */
    private void neverTheOthersName(Person paula, Person fiona, String note) {
        for (String path : List.of("/customers?q=" + domain, "/customers/" + id(paula), "/requests/" + requestOf(paula))) {
            assertThat(paula.visit(path).page().content().replace(note, "")).doesNotContainIgnoringCase("fabrikam", "fiona");
        }
        for (String path : List.of("/customers?q=" + domain, "/customers/" + id(fiona), "/requests/" + requestOf(fiona))) {
            assertThat(fiona.visit(path).page().content().replace(note, "")).doesNotContainIgnoringCase("contoso", "paula");
        }
        assertThat(paula.mails(PAULA, "Northwind", 1)).allSatisfy(mail ->
                assertThat(mail.replace(NOTE, "")).doesNotContainIgnoringCase("fabrikam", "fiona"));
        assertThat(fiona.mails(FIONA, "Northwind", 1)).allSatisfy(mail ->
                assertThat(mail.replace(NOTE, "")).doesNotContainIgnoringCase("contoso", "paula"));
    }

    private String id(Person partner) {
        return last(partner.openCustomer(domain).page().url());
    }

    private String requestOf(Person partner) {
        return last(partner.openCustomer(domain).page().locator("main a[href*='/requests/']").first().getAttribute("href"));
    }

    private static String last(String address) {
        return address.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    }
}
