package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.mandate.testing.Person;
import io.mandate.testing.TasklistPage;
import io.mandate.testing.Walk;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service itself does when a permission is lost, in a browser, with the demo's mail service. */
class ServiceRemovalIT extends Walk {

    private static final String PAULA = "paula@contoso.example";
    private static final String OLIVIA = "olivia@mandate.example";

    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void the_service_behaves_again() {
        try (Person somebody = person()) {
            set(somebody, "fail", false);
            set(somebody, "keep", false);
        }
    }

    @Test
    void a_removal_in_its_own_portal_reaches_both_sides() {
        try (Person paula = person(); Person nancy = person(); Person admin = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");
            admin.visit("/demo-service").look("demo-service");

            // when
            removeThere(admin);

            // then
            String toCustomer = nancy.mails(customer, "The permission of Contoso Cloud has ended", 1).get(0);
            assertThat(toCustomer).contains("was removed in the service’s own portal", "nothing is left there");
            String toPartner = paula.mails(PAULA, "your permission has ended", 1).get(0);
            assertThat(toPartner).contains("was removed in the service’s own portal", "duty to support them stay");
            assertThat(paula.openCustomer(domain).look("removed-there-partner").reads()).contains(
                    "Yours was removed in the service’s own portal on", "In force, without permission");
            assertThat(nancy.signInByLink(customer).look("removed-there-customer").reads()).contains(
                    "In force, without permission", "nobody");
            nancy.page().locator("a[href$='/history']").click();
            assertThat(nancy.look("removed-there-history").reads())
                    .contains("The permission for Mail was removed in the service’s own portal");
        }
    }

    @Test
    void a_service_that_fails_is_seen_in_cockpit_and_told_again_until_it_works() {
        try (Person paula = person(); Person nancy = person(); Person olivia = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");
            set(olivia, "fail", true);
            olivia.look("demo-service-failing");

            // when
            giveUp(paula);
            paula.page().waitForCondition(() -> failing() != null, new Page.WaitForConditionOptions().setTimeout(60_000));

            // then it counts no more all the same, and the process owner sees where it stands
            assertThat(paula.openCustomer(domain).look("given-up").reads()).contains("You gave it up on");
            olivia.signIn(OLIVIA).visit("/overview?q=" + domain).look("overview-failing");
            olivia.page().getByText("Removal in Cockpit").click();
            olivia.page().locator("[data-element-id=Task_TellService]").first().waitFor();
            olivia.page().locator(".badge, .activity-bottom-left-position").first().waitFor();
            olivia.picture("cockpit-failing");

            // and when
            set(olivia, "fail", false);
            management.setJobDuedate(failing().getId(), new Date());

            // then
            assertThat(nancy.mails(customer, "The permission of Contoso Cloud has ended", 1).get(0))
                    .contains("Contoso Cloud gave up the permission", "nothing is left there");
        }
    }

    @Test
    void what_it_keeps_is_cleared_by_the_process_owner_in_tasklist() {
        try (Person paula = person(); Person nancy = person(); Person olivia = person()) {
            // given
            granted(paula, nancy, "mail_administrator", "mail_reader");
            set(olivia, "keep", true);
            olivia.look("demo-service-keeping");
            giveUp(paula);
            assertThat(nancy.mails(customer, "Something is left", 1).get(0)).contains("A process owner is clearing it");

            nancy.page().waitForCondition(() -> tasks.createTaskQuery().taskName("Clear what is left").count() == 1);

            // when
            olivia.signIn(OLIVIA).visit("/overview?q=" + domain).look("overview-left");
            olivia.visit("/camunda/app/tasklist/default/");
            TasklistPage tasklist = new TasklistPage(olivia.page(), mandate.baseUrl().getPort());
            tasklist.claim("Clear what is left");
            olivia.picture("tasklist-clear");
            assertThat(tasklist.field("customer").inputValue()).isEqualTo("Northwind Traders, " + domain);
            assertThat(tasklist.field("customerId").inputValue()).isEqualTo(customerId());
            assertThat(tasklist.field("partner").inputValue()).isEqualTo("Contoso Cloud (contoso)");
            assertThat(tasklist.field("left").inputValue()).isEqualTo("Mail: Mail administrator (mail-administrator)");

            // and the roles are removed there, the service is asked again, and the report goes out
            try (Person admin = person()) {
                removeThere(admin);
            }
            tasklist.button("Complete").click();
            assertThat(nancy.mails(customer, "The permission of Contoso Cloud has ended", 1).get(0)).contains("nothing is left there");
            olivia.page().waitForCondition(() -> olivia.page().getByText("Clear what is left").count() == 0);
            olivia.picture("tasklist-cleared");
        }
    }

    private void giveUp(Person paula) {
        paula.openCustomer(domain).page().locator("a[href$='/services/mail/give-up']").click();
        paula.look("give-up").page().locator("button.danger").click();
        paula.page().getByText("You gave it up on").waitFor();
    }

    private void removeThere(Person admin) {
        Locator row = admin.visit("/demo-service").page().locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(customerId()));
        Locator button = row.locator("button[value='true']");
        button.click();
        button.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Lets the service fail or keep something, or no more. */
    private static void set(Person somebody, String what, boolean on) {
        Locator button = somebody.visit("/demo-service").page().locator("form[action$='/" + what + "'] button");
        if (button.getAttribute("value").equals(String.valueOf(on))) {
            button.click();
        }
    }

    /** The job that told the service in vain, and is to be tried again. */
    private Job failing() {
        return management.createJobQuery().processDefinitionKey("revocation").withException().list().stream()
                .findFirst().orElse(null);
    }

    private String customerId() {
        return jdbc.sql("select id from customer where identity = ?").param(domain).query(String.class).single();
    }
}
