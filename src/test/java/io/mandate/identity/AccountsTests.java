package io.mandate.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.Partners;
import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class AccountsTests {

    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
    }

    @Test
    void an_account_is_found_by_its_name_in_any_capitalisation() {
        assertThat(accounts.find(" Paula@CONTOSO.example ")).get()
                .satisfies(account -> {
                    assertThat(account.role()).isEqualTo(Role.PARTNER_AGENT);
                    assertThat(account.partnerId()).contains("contoso");
                    assertThat(account.customerId()).isEmpty();
                });
        assertThat(accounts.find("nobody@contoso.example")).isEmpty();
    }

    @Test
    void an_account_that_is_there_already_stays_as_it_is() {
        accounts.add(Account.ofPartner("fabrikam", "paula@contoso.example", "Mallory", "{noop}other", "de"));

        assertThat(accounts.find("paula@contoso.example")).map(Account::displayName).contains("Paula Pérez");
    }

    @Test
    void accounts_are_listed_by_role_and_by_partner() {
        // Other tests of the same database add people, too.
        assertThat(accounts.of(Role.PROCESS_OWNER)).allMatch(one -> one.role() == Role.PROCESS_OWNER)
                .extracting(Account::username).isSorted().contains(People.OLIVIA);
        assertThat(accounts.ofPartner("contoso")).allMatch(one -> one.partnerId().equals(Optional.of("contoso")))
                .extracting(Account::username).isSorted().contains(People.CARL, "paula@contoso.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paula@contoso.example", "paula", "paula@contoso.example/..", "a b@contoso.example", "${x}@y", ""})
    void a_name_that_is_no_plain_address_is_refused(String username) {
        assertThatIllegalArgumentException().isThrownBy(
                () -> Account.ofProcessOwner(username, "Paula", "{noop}secret", "en"));
    }

    @Test
    void staff_belong_to_a_partner_in_the_database_too() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Account(
                "x@contoso.example", "X", Role.PARTNER_AGENT, Optional.empty(), Optional.empty(), "en"));
        assertThatThrownBy(() -> jdbc.sql(
                        "insert into account (username, display_name, role, language) values ('x@contoso.example', 'X', 'PARTNER_AGENT', 'en')")
                .update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void no_password_is_written_to_a_log() {
        assertThat(accounts.find("paula@contoso.example")).get().asString().doesNotContain(People.PASSWORD);
    }
}
