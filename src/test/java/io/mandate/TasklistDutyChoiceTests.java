package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.renegotiation.Proposal;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TasklistPerson;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who is admitted to Tasklist chooses there which partner takes on a duty. */
class TasklistDutyChoiceTests extends TasklistTest {

    @Autowired Renegotiating renegotiating;
    @Autowired Renegotiations renegotiations;
    @Autowired Clock clock;

    private final String address = Lifecycle.newAddress();

    @Test
    void one_with_a_relationship_in_force_and_no_other() {
        // given
        Request contosos = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.sent(FIONA, address, INFRASTRUCTURE);
        life.approve(address, INFRASTRUCTURE);
        life.jobs().runDue();
        Renegotiation proposed = renegotiating.propose(contosos.relationshipId(), Side.PARTNER, "Paula Pérez", new Proposal(
                Optional.of(RenegotiationKind.HAND_OVER),
                Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30)), Optional.empty(), "", ""));
        TasklistPerson ada = ada(contosos);

        // then
        assertThat(ada.form(ada.task())).containsEntry("partners", "Fabrikam Managed Services (fabrikam)")
                .containsEntry("proposal", "Another partner takes on the duty to support the customer");

        // and when
        HttpResponse<String> nobody = ada.complete(ada.task(), Map.of("decision", "confirmed"));
        HttpResponse<String> itself = ada.complete(ada.task(), Map.of("decision", "confirmed", "partner", "contoso"));

        // then
        assertThat(nobody.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(nobody.body()).contains("Please choose a partner from the list");
        assertThat(itself.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(renegotiations.get(proposed.id()).status()).isEqualTo(RenegotiationStatus.PROPOSED);

        // and when
        done(ada.complete(ada.task(), Map.of("decision", "confirmed", "partner", "fabrikam", "text", "Please help us.")));

        // then
        assertThat(renegotiations.get(proposed.id())).satisfies(confirmed -> {
            assertThat(confirmed.status()).isEqualTo(RenegotiationStatus.CONFIRMED);
            assertThat(confirmed.confirmedBy()).isEqualTo("Ada Admin");
            assertThat(confirmed.toNote()).isEqualTo("Please help us.");
        });
    }
}
