package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.TwoTiers.DANA;
import static io.mandate.testing.TwoTiers.PIA;
import static io.mandate.testing.TwoTiers.WIM;
import static io.mandate.testing.TwoTiers.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.restoration.NewRestoration;
import io.mandate.restoration.Restorations;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.TwoTiers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who acts on what a provider asked on behalf of a partner, and for how long. */
@MandateTest
class TwoTierActsTests {

    @Autowired Lifecycle life;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired OwnRequests own;
    @Autowired Restorations restorations;
    @Autowired Removals removals;
    @Autowired Relationships relationships;
    @Autowired Requests requests;
    @Autowired Permissions permissions;
    @Autowired Clock clock;

    private final String customer = Lifecycle.newAddress();

    @BeforeEach
    void two_tiers() {
        TestMail.acceptAll();
        TwoTiers.join(partners, accounts);
    }

    @Test
    void both_act_on_it_and_nobody_else() {
        // given
        Request draft = draft(DANA, "proseware");
        assertThatThrownBy(() -> own.lock(draft.id(), WIM)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.lock(draft.id(), PAULA)).isInstanceOf(NotFoundException.class);

        // when
        invitations.review(draft.id(), draft.subject(), draft.text(), SentBy.MANDATE, PIA);
        life.jobs().runDue();
        own.sendAgain(draft.id(), SentBy.MANDATE, DANA);
        life.jobs().runDue();
        own.correctAddress(draft.id(), customer.replace("ada@", "ben@"), PIA);
        life.jobs().runDue();

        // then
        assertThat(requests.get(draft.id()).linkNumber()).isEqualTo(3);
        assertThatThrownBy(() -> own.withdraw(draft.id(), WIM)).isInstanceOf(NotFoundException.class);
        assertThat(own.withdraw(draft.id(), DANA).status()).isEqualTo(RequestStatus.WITHDRAWN);
    }

    @Test
    void the_provider_does_not_act_on_what_the_partner_asked_itself() {
        Request request = draft(PIA, "");

        assertThatThrownBy(() -> own.withdraw(request.id(), DANA)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> invitations.edit(request.id(), "Subject", request.text(), DANA)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_provider_that_is_none_any_more_is_a_stranger() {
        Request request = sent(DANA, "proseware");

        partners.save(TwoTiers.proseware(Optional.empty()));

        assertThatThrownBy(() -> own.withdraw(request.id(), DANA)).isInstanceOf(NotFoundException.class);
        refused(asking("proseware", Lifecycle.newAddress(), "en", "US"), DANA, "partner", "problem.partner");
        assertThat(own.withdraw(request.id(), PIA).status()).isEqualTo(RequestStatus.WITHDRAWN);
    }

    @Test
    void lost_permissions_are_asked_for_on_behalf_too() {
        // given
        Request first = sent(PIA, "");
        life.approve(customer, MAIL);
        life.jobs().runDue();
        removals.removedByCustomer(held(first).get(0), "Ada Admin", "");
        NewRestoration input = new NewRestoration(customer, "en", "", List.of(MAIL, INFRASTRUCTURE), SentBy.MANDATE);
        assertThatThrownBy(() -> restorations.ask(first.relationshipId(), input, WIM)).isInstanceOf(NotFoundException.class);

        // when
        Request again = restorations.ask(first.relationshipId(), input, DANA);
        life.jobs().runDue();

        // then
        assertThat(again.relationshipId()).isEqualTo(first.relationshipId());
        assertThat(again.requester().provider()).contains("adatum");
        assertThat(TestMail.text(customer, "asks again for permission").replaceAll("\\s+", " "))
                .contains("Adatum Distribution asks on behalf of Proseware. What you approve is given to Proseware alone");
        life.approve(customer, MAIL);
        assertThat(held(first)).singleElement().extracting(Permission::holder).isEqualTo("proseware");
    }

    private Request draft(PartnerStaff staff, String partner) {
        return invitations.request(asking(partner, customer, "en", "US"), staff);
    }

    private Request sent(PartnerStaff staff, String partner) {
        Request request = life.reviewed(draft(staff, partner), staff, SentBy.MANDATE);
        life.jobs().runDue();
        return request;
    }

    private List<Permission> held(Request request) {
        return permissions.heldBy(request.relationshipId(), clock.instant());
    }

    private void refused(NewInvitation input, PartnerStaff staff, String field, String code) {
        assertThatThrownBy(() -> invitations.request(input, staff)).isInstanceOfSatisfying(InvalidInputException.class,
                wrong -> assertThat(wrong.problems()).extracting(FieldProblem::field, FieldProblem::code)
                        .containsExactly(tuple(field, code)));
    }
}
