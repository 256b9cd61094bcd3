package io.mandate.account.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A process owner manages the accounts of all staff, and auditors read them, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class AccountsPageTests {

    private static final String AUDREY = "audrey@mandate.example";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    private Staff staff;
    private Visitor olivia;

    @BeforeEach
    void people() {
        TestMail.acceptAll();
        People.join(partners, accounts);
        accounts.add(Account.ofAuditor(AUDREY, "Audrey Adler", "{noop}" + People.PASSWORD, "en"));
        staff = Staff.join(partners, accounts);
        olivia = Visitor.signedIn(port, People.OLIVIA);
    }

    @Test
    void people_are_found_by_parts_of_name_address_or_partner_and_by_role() {
        assertThat(olivia.open("/accounts?q=Partner+" + staff.partner()).body()).contains("2 people", "Ann Abel", "Bob Baker");
        assertThat(olivia.open("/accounts?q=ANN%40" + staff.partner()).body()).contains("One person", "Ann Abel").doesNotContain("Bob Baker");
        assertThat(olivia.open("/accounts?q=P%C3%A9rez&role=PARTNER_AGENT").body()).contains("paula@contoso.example");
        assertThat(olivia.open("/accounts?role=AUDITOR").body()).contains("Audrey Adler").doesNotContain("Paula", "Ann Abel");
        assertThat(olivia.open("/accounts?q=%3Cscript%3E%25_${7*7}".replace("{", "%7B").replace("}", "%7D")).body())
                .contains("Nobody found").doesNotContain("<script>%");
        assertThat(olivia.open("/accounts?role=EVERYBODY&page=-7").statusCode()).isEqualTo(200);
    }

    @Test
    void a_partner_gets_its_first_administrator_and_support_a_colleague() {
        String cleo = staff.address("cleo");
        String sue = "sue-" + staff.partner() + "@mandate.example";

        assertThat(location(add(cleo, "PARTNER_ADMINISTRATOR", staff.partner()))).isEqualTo("/accounts");
        assertThat(location(add(sue, "SUPPORT", ""))).isEqualTo("/accounts");

        assertThat(accounts.find(cleo)).hasValueSatisfying(one -> {
            assertThat(one.role()).isEqualTo(Role.PARTNER_ADMINISTRATOR);
            assertThat(one.partnerId()).contains(staff.partner());
        });
        assertThat(accounts.find(sue)).map(Account::role).contains(Role.SUPPORT);
        assertThat(olivia.open("/accounts/acts").body()).contains("Added", cleo, sue, "Olivia Owens");
    }

    @ParameterizedTest
    @CsvSource({
        "PARTNER_AGENT, '', Please choose the partner", "PARTNER_AGENT, nobody, Please choose the partner",
        "SUPPORT, contoso, Only administrators and agents belong to a partner", "CUSTOMER, '', Please choose a role",
    })
    void a_role_and_a_partner_that_do_not_go_together_are_refused(String role, String partner, String says) {
        var answer = add(staff.address("cleo"), role, partner);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(says, staff.address("cleo"));
        assertThat(accounts.find(staff.address("cleo"))).isEmpty();
    }

    @Test
    void somebody_who_is_there_already_with_other_details_is_said_to_be() {
        assertThat(add(staff.ann(), "PARTNER_AGENT", staff.partner()).body()).contains("is in the list already");
    }

    @Test
    void nobody_goes_from_a_partner_to_the_provider_or_back() {
        change("role", staff.bob(), Map.of("role", "PROCESS_OWNER"));
        change("role", People.SAM, Map.of("role", "PARTNER_ADMINISTRATOR"));

        assertThat(accounts.find(staff.bob())).map(Account::role).contains(Role.PARTNER_ADMINISTRATOR);
        assertThat(accounts.find(People.SAM)).map(Account::role).contains(Role.SUPPORT);
    }

    @Test
    void a_process_owner_does_nothing_to_their_own_account() {
        change("lock", People.OLIVIA, Map.of());

        assertThat(olivia.open("/accounts").body()).contains("You cannot do this to your own account");
    }

    @Test
    void accounts_of_customers_are_nobodys_here() {
        String name = "nobody@" + staff.partner() + ".example";

        assertThat(olivia.submit("/accounts", "/accounts/lock", Map.of("username", name, "version", "0")).statusCode()).isEqualTo(404);
        assertThat(olivia.open("/accounts?role=CUSTOMER").body()).contains("Nobody found");
    }

    @Test
    void an_auditor_reads_and_changes_nothing() {
        Visitor audrey = Visitor.signedIn(port, AUDREY);

        assertThat(audrey.open("/accounts").body()).contains("Ann Abel").doesNotContain("/accounts/lock", "/accounts/new");
        assertThat(audrey.open("/accounts/acts").statusCode()).isEqualTo(200);
        assertThat(audrey.open("/accounts/new").statusCode()).isEqualTo(403);
        assertThat(audrey.submit("/account", "/accounts/lock", Map.of("username", staff.bob(), "version", "0")).statusCode()).isEqualTo(403);
        assertThat(accounts.find(staff.bob())).map(Account::locked).contains(false);
    }

    @Test
    void others_have_no_such_page() {
        for (String other : new String[] {staff.ann(), People.SAM}) {
            Visitor visitor = Visitor.signedIn(port, other);

            assertThat(visitor.open("/accounts").statusCode()).isEqualTo(403);
            assertThat(visitor.open("/accounts/acts").statusCode()).isEqualTo(403);
            assertThat(visitor.submit("/account", "/accounts/lock", Map.of("username", staff.bob(), "version", "0")).statusCode()).isEqualTo(403);
        }
    }

    private HttpResponse<String> add(String address, String role, String partner) {
        return olivia.submit("/accounts/new", "/accounts",
                Map.of("address", address, "name", "Cleo Clark", "role", role, "partner", partner, "language", "en"));
    }

    private void change(String what, String username, Map<String, String> further) {
        Map<String, String> fields = new HashMap<>(further);
        fields.put("username", username);
        fields.put("version", Integer.toString(accounts.find(username).orElseThrow().version()));
        olivia.submit("/accounts", "/accounts/" + what, fields);
    }
}
