package io.mandate.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.account.AccountAdministration.Change;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.testing.AtOnce;
import io.mandate.testing.MandateTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Two people do what excludes each other at the same moment, on PostgreSQL. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class AccountRaceTests {

    private static final int ROUNDS = 8;

    @Autowired AccountAdministration administration;
    @Autowired Passwords passwords;
    @Autowired PasswordLinks links;
    @Autowired Accounts accounts;
    @Autowired Partners partners;
    @Autowired JdbcClient jdbc;

    private String partner;
    private Account ann;
    private Account bob;

    @BeforeEach
    void two_administrators() {
        partner = "p-" + UUID.randomUUID().toString().substring(0, 8);
        partners.save(new Partner(partner, "Partner", LocalDate.of(2020, 1, 1), Set.of()));
        ann = Account.ofPartnerAdministrator(partner, "ann@" + partner + ".example", "Ann", "{noop}x", "en");
        bob = Account.ofPartnerAdministrator(partner, "bob@" + partner + ".example", "Bob", "{noop}x", "en");
        accounts.add(ann);
        accounts.add(bob);
    }

    @RepeatedTest(ROUNDS)
    void two_administrators_lock_and_demote_each_other_and_one_stays() throws Exception {
        List<Change> changes = AtOnce.answers(
                () -> administration.lock(by(ann), bob.username(), 0),
                () -> administration.changeRole(by(bob), ann.username(), 0, Role.PARTNER_AGENT));

        assertThat(changes).containsExactlyInAnyOrder(Change.DONE, Change.LAST);
        assertThat(accounts.ofPartner(partner)).filteredOn(one -> one.role() == Role.PARTNER_ADMINISTRATOR).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void two_process_owners_lock_each_other_and_one_stays() throws Exception {
        jdbc.sql("delete from account where role = 'PROCESS_OWNER'").update();
        Account one = Account.ofProcessOwner("one-" + partner + "@mandate.example", "One", "{noop}x", "en");
        Account other = Account.ofProcessOwner("other-" + partner + "@mandate.example", "Other", "{noop}x", "en");
        accounts.add(one);
        accounts.add(other);

        List<Change> changes = AtOnce.answers(
                () -> administration.lock(new Manager(one.username(), Optional.empty()), other.username(), 0),
                () -> administration.lock(new Manager(other.username(), Optional.empty()), one.username(), 0));

        assertThat(changes).containsExactlyInAnyOrder(Change.DONE, Change.LAST);
        assertThat(accounts.of(Role.PROCESS_OWNER)).filteredOn(left -> !left.locked()).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void one_person_is_added_twice_and_is_there_once() throws Exception {
        NewPerson cleo = new NewPerson("cleo@" + partner + ".example", "Cleo", Optional.of(Role.PARTNER_AGENT), Optional.empty(), "en");

        List<Throwable> refused = AtOnce.refused(
                () -> add(by(ann), cleo), () -> add(by(bob), cleo));

        assertThat(refused).isEmpty();
        assertThat(jdbc.sql("select count(*) from account_act where about = ?").param("cleo@" + partner + ".example")
                .query(Integer.class).single()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void one_link_is_used_twice_and_counts_once() throws Exception {
        String token = links.make(ann.username()).orElseThrow();

        List<Boolean> set = AtOnce.answers(
                () -> passwords.set(token, new Passwords.Wish("kettle orbit violet damp", "kettle orbit violet damp")),
                () -> passwords.set(token, new Passwords.Wish("zahnrad wolke pinsel sieb", "zahnrad wolke pinsel sieb")));

        assertThat(set).containsExactlyInAnyOrder(true, false);
        assertThat(accounts.find(ann.username())).map(Account::version).contains(1);
    }

    private boolean add(Manager by, NewPerson person) {
        administration.add(by, person);
        return true;
    }

    private Manager by(Account account) {
        return new Manager(account.username(), Optional.of(partner));
    }
}
