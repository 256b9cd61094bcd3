package io.mandate.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.identity.provider.RefusedSignInException.Reason;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partners;
import io.mandate.testing.AtOnce;
import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Accounts of people whom a provider vouches for, on PostgreSQL. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class ProviderAccountsTests {

    private static final int ROUNDS = 8;

    @Autowired ProviderAccounts kept;
    @Autowired Accounts accounts;
    @Autowired Partners partners;
    @Autowired JdbcClient jdbc;

    private String subject;
    private String address;

    @BeforeEach
    void people() {
        People.join(partners);
        subject = UUID.randomUUID().toString();
        address = subject.substring(0, 8) + "@contoso.example";
    }

    private VouchedPerson person(String subject, String address, Role role) {
        return new VouchedPerson("contoso", "https://id.contoso.example", subject, EmailAddress.of(address), "Ann Arbor",
                Optional.of(Locale.ENGLISH), VouchedOrganisation.partner("contoso"), role, false);
    }

    @Test
    void nothing_that_stayed_the_same_ends_a_session() {
        int first = kept.keep(person(subject, address, Role.PARTNER_AGENT)).version();

        assertThat(kept.keep(person(subject, address, Role.PARTNER_AGENT)).version()).isEqualTo(first);
        assertThat(kept.keep(person(subject, address, Role.PARTNER_ADMINISTRATOR)).version()).isGreaterThan(first);
    }

    @Test
    void a_person_of_the_house_becomes_one_of_a_customer_and_back() {
        VouchedPerson house = new VouchedPerson("contoso", "https://id.contoso.example", subject, EmailAddress.of(address), "Ann",
                Optional.empty(), VouchedOrganisation.HOUSE, Role.AUDITOR, false);
        VouchedPerson customer = new VouchedPerson("contoso", "https://id.contoso.example", subject, EmailAddress.of(address), "Ann",
                Optional.empty(), VouchedOrganisation.customer("contoso.example"), Role.CUSTOMER, true);

        assertThat(kept.keep(house).role()).isEqualTo(Role.AUDITOR);
        assertThat(kept.keep(customer).role()).isEqualTo(Role.CUSTOMER);
        assertThat(kept.keep(house).role()).isEqualTo(Role.AUDITOR);
    }

    @Test
    void people_of_a_customer_of_whom_nothing_is_known_are_forgotten_and_others_are_not() {
        kept.keep(new VouchedPerson("contoso", "https://id.contoso.example", subject, EmailAddress.of(address), "Ann",
                Optional.empty(), VouchedOrganisation.customer("contoso.example"), Role.CUSTOMER, true));
        String other = "other-" + address;
        kept.keep(person(UUID.randomUUID().toString(), other, Role.PARTNER_AGENT));

        kept.forgetFormerCustomers();

        assertThat(accounts.find(address)).isEmpty();
        assertThat(accounts.find(other)).isPresent();
    }

    @Test
    void what_was_done_about_an_account_stays_with_it_at_another_address() {
        kept.keep(person(subject, address, Role.PARTNER_AGENT));
        jdbc.sql("insert into account_act (id, at, kind, about, role) values (:id, now(), 'LOCKED', :about, 'PARTNER_AGENT')")
                .param("id", UUID.randomUUID()).param("about", address).update();

        kept.keep(person(subject, "new-" + address, Role.PARTNER_AGENT));

        assertThat(jdbc.sql("select count(*) from account_act where about = :about").param("about", "new-" + address)
                .query(Integer.class).single()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void the_first_sign_in_twice_at_once_makes_one_account() throws Exception {
        List<Account> both = AtOnce.answers(
                () -> kept.keep(person(subject, address, Role.PARTNER_AGENT)),
                () -> kept.keep(person(subject, address, Role.PARTNER_AGENT)));

        assertThat(both).extracting(Account::username).containsOnly(address);
    }

    @RepeatedTest(ROUNDS)
    void two_people_with_one_address_at_once_leave_it_to_one() throws Exception {
        List<Boolean> both = AtOnce.answers(() -> taken(UUID.randomUUID().toString()), () -> taken(UUID.randomUUID().toString()));

        assertThat(both).containsExactlyInAnyOrder(true, false);
    }

    private boolean taken(String subject) {
        RefusedSignInException refused = catchThrowableOfType(
                RefusedSignInException.class, () -> kept.keep(person(subject, address, Role.PARTNER_AGENT)));
        assertThat(refused == null || refused.reason() == Reason.ADDRESS_TAKEN).isTrue();
        return refused == null;
    }
}
