package io.mandate.restoration;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be asked for again, and whom. */
class RestorablesTests extends RestorationTest {

    @Autowired Administrators administrators;
    @Autowired TransactionTemplate transaction;

    @Test
    void what_was_lost_is_known_as_it_was_held() {
        Restorable known = restorables.of(relationship, PAULA);

        assertThat(known.past().get("mail")).satisfies(past -> {
            assertThat(past.again()).isEqualTo(MAIL);
            assertThat(past.reason()).contains(RevocationReason.REMOVED_BY_CUSTOMER);
            assertThat(past.stateAt(clock.instant())).isEqualTo("REMOVED_BY_CUSTOMER");
        });
        assertThat(known.lost()).containsExactly(MAIL);
        assertThat(known.address()).isEqualTo(customer);
    }

    @Test
    void what_an_open_request_asks_for_is_not_proposed_again() {
        Request open = ask(SentBy.MANDATE, MAIL);

        assertThat(restorables.of(relationship, PAULA).lost()).isEmpty();
        assertThat(restorables.of(relationship, PAULA).open()).extracting(Request::id).containsExactly(open.id());
    }

    @Test
    void whoever_approved_last_is_asked_unless_they_no_longer_speak_for_the_customer() {
        // given
        EmailAddress ada = EmailAddress.of(customer);
        EmailAddress bob = EmailAddress.of(customer.replace("ada@", "bob@"));
        UUID id = relationship().customer().id();
        restorations.ask(relationship, new NewRestoration(bob.value(), "de", "", List.of(INFRASTRUCTURE), SentBy.MANDATE), PAULA);
        life.jobs().runDue();
        life.approve(bob.value(), INFRASTRUCTURE);
        assertThat(restorables.of(relationship, PAULA).address()).isEqualTo(bob.value());

        // when
        transaction.executeWithoutResult(status -> administrators.remove(id, bob, ada));

        // then
        assertThat(restorables.of(relationship, PAULA).address()).isEqualTo(customer);
        assertThat(restorables.of(relationship, PAULA).language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void a_relationship_accepted_without_any_permission_can_ask_for_one() {
        // given
        customer = Lifecycle.newAddress();
        relationship = life.sent(PAULA, customer).relationshipId();
        life.approve(customer);
        life.jobs().runDue();
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.WITHOUT_PERMISSION);

        // when
        Request request = sent(MAIL);
        life.approve(customer, MAIL);

        // then
        assertThat(requests.get(request.id()).kind()).isEqualTo(RequestKind.ADDITIONAL_SERVICE);
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.IN_FORCE);
    }

    @Test
    void other_partners_and_relationships_not_in_force_are_refused() {
        UUID waiting = life.sent(PAULA, Lifecycle.newAddress(), MAIL).relationshipId();

        assertThatThrownBy(() -> restorables.of(relationship, FIONA)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> restorables.of(waiting, PAULA)).isInstanceOf(NotInForceException.class);
    }
}
