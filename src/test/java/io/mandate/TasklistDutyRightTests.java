package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.renegotiation.Proposal;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.TasklistPerson;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may decide about a duty in Tasklist for a customer: those who speak for it now, not everybody with an account. */
class TasklistDutyRightTests extends TasklistTest {

    @Autowired Renegotiating renegotiating;
    @Autowired Renegotiations renegotiations;
    @Autowired Administrators administrators;
    @Autowired TransactionTemplate transactions;
    @Autowired Clock clock;

    @Test
    void an_administrator_who_was_removed_confirms_and_declines_nothing() {
        // given
        String address = Lifecycle.newAddress();
        Request request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        UUID customer = relationships.get(request.relationshipId()).customer().id();
        EmailAddress ada = EmailAddress.of(address);
        EmailAddress boss = EmailAddress.of("boss@" + domain(address));
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        Renegotiation asked = renegotiating.propose(request.relationshipId(), Side.PARTNER, "Paula Pérez", new Proposal(
                Optional.of(RenegotiationKind.RELEASE),
                Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30)), Optional.empty(), "", ""));
        transactions.executeWithoutResult(done -> {
            administrators.name(customer, boss, "Ben Boss", Locale.ENGLISH, ada);
            administrators.remove(customer, ada, boss);
        });
        TasklistPerson removed = new TasklistPerson(port, address);

        // then
        for (String decision : new String[] {"confirmed", "declined"}) {
            HttpResponse<String> refused = removed.complete(removed.task(), Map.of("decision", decision));
            assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(refused.body()).contains("Only an administrator of the customer can decide about the duty to support it");
        }
        assertThat(renegotiations.get(asked.id())).isEqualTo(asked);

        // and when
        transactions.executeWithoutResult(done -> administrators.name(customer, ada, "Ada Admin", Locale.ENGLISH, boss));
        done(removed.complete(removed.task(), Map.of("decision", "confirmed")));

        // then
        assertThat(renegotiations.get(asked.id()).status()).isEqualTo(RenegotiationStatus.AGREED);
        assertThat(renegotiations.get(asked.id()).confirmedBy()).isEqualTo("Ada Admin");
    }
}
