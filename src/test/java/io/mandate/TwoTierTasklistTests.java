package io.mandate;

import static io.mandate.testing.TwoTiers.DANA;
import static io.mandate.testing.TwoTiers.PIA;
import static io.mandate.testing.TwoTiers.WIM;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TasklistPerson;
import io.mandate.testing.TestMail;
import io.mandate.testing.TwoTiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In Tasklist, what a provider asked waits for both organisations and for nobody else. */
class TwoTierTasklistTests extends TasklistTest {

    @Autowired Invitations invitations;

    private final String address = Lifecycle.newAddress();
    private TasklistPerson dana;
    private TasklistPerson pia;
    private TasklistPerson wim;

    @BeforeEach
    void two_tiers() {
        TwoTiers.join(partners, accounts);
        dana = new TasklistPerson(port, DANA.address().value());
        pia = new TasklistPerson(port, PIA.address().value());
        wim = new TasklistPerson(port, WIM.address().value());
    }

    @Test
    void a_draft_on_behalf_is_reviewed_by_either_side() {
        // given
        Request draft = draft(DANA, "proseware");
        assertThat(dana.tasks()).containsExactly("Review invitation");
        assertThat(pia.task()).isEqualTo(dana.task());
        assertThat(wim.tasks()).isEmpty();
        assertThat(paula.tasks()).isEmpty();
        String task = pia.task();
        assertThat(wim.complete(task, SERVICES).statusCode()).isEqualTo(404);
        assertThat(wim.claim(task).statusCode()).isEqualTo(404);

        // when
        done(pia.complete(task, SERVICES));
        life.jobs().runDue();

        // then
        assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(TestMail.text(address, "Adatum Distribution on behalf of Proseware")).contains("Mail", "Infrastructure");
        assertThat(relationships.get(draft.relationshipId()).partnerId()).isEqualTo("proseware");
    }

    @Test
    void a_refused_address_is_corrected_by_either_side() {
        // given
        Request draft = draft(DANA, "proseware");
        TestMail.refuse(address);
        done(dana.complete(dana.task(), SERVICES));
        life.jobs().runDue();
        assertThat(pia.tasks()).containsExactly("Correct address");
        assertThat(wim.tasks()).isEmpty();

        // when
        String corrected = address.replace("ada@", "ben@");
        done(dana.complete(dana.task(), Map.of("address", corrected)));
        life.jobs().runDue();

        // then
        assertThat(requests.get(draft.id()).address().value()).isEqualTo(corrected);
        assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void what_a_partner_asked_itself_waits_for_it_alone() {
        draft(PIA, "");

        assertThat(pia.tasks()).containsExactly("Review invitation");
        assertThat(dana.tasks()).isEmpty();
        assertThat(dana.complete(pia.task(), SERVICES).statusCode()).isEqualTo(404);
    }

    @Test
    void a_provider_that_is_none_any_more_is_refused() {
        // given
        Request draft = draft(DANA, "proseware");
        partners.save(TwoTiers.proseware(Optional.empty()));

        // then
        assertThat(dana.complete(dana.task(), SERVICES).statusCode()).isBetween(400, 500);
        assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.DRAFT);
    }

    private Request draft(PartnerStaff staff, String partner) {
        return invitations.request(new NewInvitation(
                partner, "Northwind Traders", address, "en", "US", "global", "", List.of(Lifecycle.MAIL), false), staff);
    }
}
