package io.mandate.account;

import static io.mandate.testing.Lifecycle.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is locked or gone gets no more mails; their colleagues get those about what was asked. */
@MandateTest
class LockedStaffTests {

    @Autowired Lifecycle life;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired AccountAdministration administration;

    private final String customer = Lifecycle.newAddress();
    private final PartnerStaff zoe = new PartnerStaff(
            "contoso", EmailAddress.of("zoe-" + UUID.randomUUID() + "@contoso.example"), "Zoe Zander", Locale.ENGLISH);
    private final Manager paula = new Manager("paula@contoso.example", Optional.of("contoso"));

    @BeforeEach
    void people() {
        TestMail.acceptAll();
        People.join(partners, accounts);
        accounts.add(Account.ofPartner("contoso", username(), zoe.name(), "{noop}x", "en"));
        life.sent(zoe, customer, MAIL);
    }

    @Test
    void whoever_asked_hears_of_the_answer() {
        life.decline(customer, "Not now");
        life.jobs().runDue();

        assertThat(TestMail.to(username())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void where_they_are_locked_or_removed_their_colleagues_do(boolean removed) {
        int before = TestMail.to(People.CARL).size();
        administration.lock(paula, username(), 0);
        if (removed) {
            administration.remove(paula, username(), 1);
        }

        life.decline(customer, "Not now");
        life.jobs().runDue();

        assertThat(TestMail.to(username())).isEmpty();
        assertThat(TestMail.to(People.CARL)).hasSize(before + 1);
    }

    private String username() {
        return zoe.address().value();
    }
}
