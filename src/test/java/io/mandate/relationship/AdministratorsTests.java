package io.mandate.relationship;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who speaks for a customer: never nobody. */
@MandateTest
class AdministratorsTests {

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Administrators administrators;
    @Autowired TransactionTemplate transaction;

    private EmailAddress ada;
    private EmailAddress ben;
    private UUID customer;

    @BeforeEach
    void somebody_approved() {
        TestMail.acceptAll();
        ada = EmailAddress.of(Lifecycle.newAddress());
        ben = EmailAddress.of("ben@" + ada.value().substring(ada.value().indexOf('@') + 1));
        Request request = life.sent(PAULA, ada.value(), MAIL);
        life.approve(ada.value(), MAIL);
        customer = relationships.get(request.relationshipId()).customer().id();
    }

    @Test
    void whoever_approved_is_one() {
        assertThat(administrators.of(customer)).singleElement().satisfies(one -> {
            assertThat(one.address()).isEqualTo(ada);
            assertThat(one.name()).isEqualTo("Ada Admin");
        });
        assertThat(administrators.with(ada)).extracting(Administrator::customerId).containsExactly(customer);
    }

    @Test
    void names_another_once() {
        assertThat(name(ben)).isTrue();
        assertThat(name(ben)).isFalse();
        assertThat(administrators.of(customer)).extracting(Administrator::address).containsExactly(ada, ben);
    }

    @Test
    void the_last_one_stays() {
        assertThatThrownBy(() -> remove(ada)).isInstanceOf(LastAdministratorException.class);
        assertThat(remove(ben)).isFalse();
        assertThat(administrators.find(customer, ada)).isPresent();
    }

    @Test
    void one_who_was_removed_stays_removed_until_named_again() {
        // given
        name(ben);

        // when
        assertThat(remove(ada)).isTrue();
        administrators.admit(customer, ada, "Ada Admin", Locale.ENGLISH);

        // then
        assertThat(administrators.with(ada)).isEmpty();
        assertThat(administrators.allOf(customer)).hasSize(2);

        // and when
        assertThat(name(ada)).isTrue();

        // then
        assertThat(administrators.find(customer, ada)).isPresent();
    }

    private boolean name(EmailAddress address) {
        return transaction.execute(status -> administrators.name(customer, address, "Somebody", Locale.ENGLISH, ada));
    }

    private boolean remove(EmailAddress address) {
        return transaction.execute(status -> administrators.remove(customer, address, ben));
    }
}
