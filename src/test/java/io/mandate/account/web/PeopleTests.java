package io.mandate.account.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator of a partner manages its people, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class PeopleTests {

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired Lifecycle life;

    private Staff staff;
    private Visitor ann;

    @BeforeEach
    void people() {
        TestMail.acceptAll();
        People.join(partners, accounts);
        staff = Staff.join(partners, accounts);
        ann = Visitor.signedIn(port, staff.ann());
    }

    @Test
    void the_list_says_who_they_are_and_how_they_sign_in() {
        accounts.add(new Account(staff.address("cleo"), "Cleo Clark", Role.PARTNER_AGENT, Optional.of(staff.partner()),
                Optional.empty(), "en"));
        accounts.add(new Account(staff.address("dora"), "Dora Dunn", Role.PARTNER_AGENT, Optional.of(staff.partner()),
                Optional.empty(), "en").withProvider("contoso-id"));

        String page = ann.open("/people").body();

        assertThat(page).contains("4 people", "Ann Abel", staff.ann(), "Partner administrator", "Cleo Clark", "No password set yet",
                "Dora Dunn", "Identity provider (contoso-id)", "never", "UTC").doesNotContain("Fiona", "contoso.example");
        assertThat(page).contains("href=\"/people\" aria-current=\"page\"");
    }

    @Test
    void others_have_no_such_page() {
        for (String other : new String[] {People.CARL, People.OLIVIA, People.SAM}) {
            Visitor visitor = Visitor.signedIn(port, other);

            assertThat(visitor.open("/people").statusCode()).isEqualTo(403);
            assertThat(visitor.submit("/account", "/people/lock", Map.of("username", staff.bob(), "version", "0")).statusCode()).isEqualTo(403);
            assertThat(visitor.open("/account").body()).doesNotContain("href=\"/people\"");
        }
        assertThat(location(new Visitor(port).open("/people"))).isEqualTo("/sign-in");
    }

    @Nested
    class Adding {

        @Test
        void makes_an_account_without_a_password_and_mails_a_link() {
            String cleo = staff.address("cleo");

            var answer = add(cleo, "Cleo Clark", "PARTNER_AGENT", "de");

            assertThat(location(answer)).isEqualTo("/people");
            assertThat(ann.open("/people").body()).contains("Cleo Clark was added", "No password set yet");
            assertThat(accounts.find(cleo)).hasValueSatisfying(account -> {
                assertThat(account.role()).isEqualTo(Role.PARTNER_AGENT);
                assertThat(account.partnerId()).contains(staff.partner());
                assertThat(account.passwordHash()).isEmpty();
                assertThat(account.language()).isEqualTo("de");
            });
            await().until(() -> TestMail.to(cleo).size() == 1);
            assertThat(TestMail.text(cleo, "Ihr Konto")).contains("Cleo Clark", cleo, "/password/");
            assertThat(jdbc.sql("select actor from account_act where about = ? and kind = 'ADDED'").param(cleo).query(String.class).list())
                    .containsExactly(staff.ann());
        }

        @Test
        void twice_makes_one_and_mails_once() {
            String cleo = staff.address("cleo");

            add(cleo, "Cleo Clark", "PARTNER_AGENT", "en");
            var again = add(cleo, "Cleo Clark", "PARTNER_AGENT", "en");

            assertThat(location(again)).isEqualTo("/people");
            await().until(() -> TestMail.to(cleo).size() == 1);
            assertThat(jdbc.sql("select count(*) from password_link where username = ?").param(cleo).query(Integer.class).single()).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "address  | not an address                | This is not an e-mail address",
            "address  |                               | This is not an e-mail address",
            "address  | o'brien@staff.example         | A user name can have letters",
            "address  | cleo@gmail.com                | a private mailbox stays",
            "address  | fiona@fabrikam.example        | This address cannot be used for an account here",
            "address  | olivia@mandate.example        | This address cannot be used for an account here",
            "name     |                               | Please enter the name",
            "role     | PROCESS_OWNER                 | Please choose a role",
            "role     | CUSTOMER                      | Please choose a role",
            "role     |                               | Please choose a role",
            "role     | <b>                           | Please choose a role",
            "language | fr                            | Please choose a language",
        })
        void what_is_wrong_is_said_and_the_typing_stays(String field, String typed, String says) {
            Map<String, String> form = form(staff.address("cleo"), "Cleo <i>Clark</i> ${7*7}", "PARTNER_AGENT", "en");
            form.put(field, typed == null ? "" : typed);

            var answer = ann.submit("/people/new", "/people", form);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(says);
            if (!field.equals("name")) {
                assertThat(answer.body()).contains("Cleo &lt;i&gt;Clark&lt;/i&gt; ${7*7}");
            }
            assertThat(accounts.find(form.get("address")).filter(one -> one.partnerId().filter(staff.partner()::equals).isPresent())).isEmpty();
        }

        @Test
        void an_account_elsewhere_is_answered_like_a_customers_domain_and_tells_nothing() {
            String domain = life.sent(PAULA, Lifecycle.newAddress(), MAIL).address().domain();
            jdbc.sql("update relationship set partner_id = ? where id in (select relationship_id from request where address like ?)")
                    .param(staff.partner()).param("%@" + domain).update();

            String ofCustomer = add("cleo@" + domain, "Cleo", "PARTNER_AGENT", "en").body();
            String elsewhere = add("fiona@fabrikam.example", "Cleo", "PARTNER_AGENT", "en").body();

            assertThat(ofCustomer).contains("This address cannot be used for an account here");
            assertThat(elsewhere).contains("This address cannot be used for an account here")
                    .doesNotContain("Fabrikam", "Fiona", "list already");
            assertThat(accounts.find("cleo@" + domain)).isEmpty();
        }

        @Test
        void a_name_of_several_lines_stays_one_line_everywhere() {
            String cleo = staff.address("cleo");

            add(cleo, "Cleo\r\nBcc: everybody@other.example", "PARTNER_AGENT", "en");

            await().until(() -> TestMail.to(cleo).size() == 1);
            assertThat(TestMail.text(TestMail.to(cleo).get(0))).contains("Cleo Bcc: everybody@other.example");
            assertThat(TestMail.to("everybody@other.example")).isEmpty();
        }

        @Test
        void nobody_adds_people_to_another_partner() {
            String cleo = staff.address("cleo");
            Map<String, String> form = form(cleo, "Cleo", "PARTNER_AGENT", "en");
            form.put("partner", "fabrikam");

            ann.submit("/people/new", "/people", form);

            assertThat(accounts.find(cleo)).map(Account::partnerId).contains(Optional.of(staff.partner()));
        }

        private HttpResponse<String> add(String address, String name, String role, String language) {
            return ann.submit("/people/new", "/people", form(address, name, role, language));
        }

        private static Map<String, String> form(String address, String name, String role, String language) {
            return new HashMap<>(Map.of("address", address, "name", name, "role", role, "language", language));
        }
    }
}
