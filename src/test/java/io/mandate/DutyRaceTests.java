package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.organisation.ContactChoices;
import io.mandate.relationship.EndingRefusedException;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.RenegotiationRefusedException;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.relationship.SupportContacts;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.renegotiation.DutyOffers;
import io.mandate.renegotiation.Proposal;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.termination.Terminating;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.web.Persistently;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.TestPropertySource;

/** Two act about a duty at the same moment, on PostgreSQL: whatever wins is true of record and process. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class DutyRaceTests {

    private static final int ROUNDS = 8;
    private static final List<Class<?>> TOO_LATE = List.of(
            RenegotiationRefusedException.class, EndingRefusedException.class, ConcurrencyFailureException.class);

    @Autowired Lifecycle life;
    @Autowired Renegotiating renegotiating;
    @Autowired DutyOffers offers;
    @Autowired Renegotiations renegotiations;
    @Autowired Relationships relationships;
    @Autowired Terminating terminating;
    @Autowired Terminations terminations;
    @Autowired ContactChoices choices;
    @Autowired SupportContacts contacts;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired Clock clock;

    private Request contosos;
    private Request fabrikams;

    @BeforeEach
    void two_relationships_in_force() {
        TestMail.acceptAll();
        String customer = Lifecycle.newAddress();
        contosos = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        fabrikams = life.sent(FIONA, customer, INFRASTRUCTURE);
        life.approve(customer, INFRASTRUCTURE);
        life.jobs().runDue();
    }

    @RepeatedTest(ROUNDS)
    void both_sides_propose() throws Exception {
        // when
        List<Throwable> refused = AtOnce.refused(
                () -> propose(Side.PARTNER, RenegotiationKind.RELEASE), () -> propose(Side.CUSTOMER, RenegotiationKind.HAND_OVER));

        // then
        assertThat(refused).singleElement().isInstanceOf(RenegotiationRefusedException.class);
        assertThat(renegotiations.of(contosos.relationshipId())).hasSize(1);
        assertThat(running(contosos)).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void confirming_and_taking_back() throws Exception {
        // given
        Renegotiation proposed = propose(Side.CUSTOMER, RenegotiationKind.HAND_OVER);

        // when
        List<Throwable> refused = AtOnce.refused(() -> confirm(proposed),
                () -> renegotiating.takeBack(proposed.id(), Side.CUSTOMER, "Ada Admin"));

        // then: who confirmed first may still see it taken back
        assertThat(refused).hasSizeLessThanOrEqualTo(1).allSatisfy(DutyRaceTests::isTooLate);
        if (now(proposed).isOpen()) {
            assertThat(refused).hasSize(1);
            renegotiating.takeBack(proposed.id(), Side.CUSTOMER, "Ada Admin");
        }
        assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.TAKEN_BACK);
        life.jobs().runDue();
        assertThat(running(contosos)).isZero();
        assertThat(propose(Side.CUSTOMER, RenegotiationKind.HAND_OVER).isOpen()).isTrue();
    }

    @RepeatedTest(ROUNDS)
    void confirming_a_release_and_taking_it_back() throws Exception {
        // given
        Renegotiation proposed = propose(Side.CUSTOMER, RenegotiationKind.RELEASE);

        // when
        List<Throwable> refused = AtOnce.refused(() -> confirm(proposed),
                () -> renegotiating.takeBack(proposed.id(), Side.CUSTOMER, "Ada Admin"));

        // then
        assertThat(refused).singleElement().satisfies(DutyRaceTests::isTooLate);
        boolean agreed = now(proposed).status() == RenegotiationStatus.AGREED;
        assertThat(now(proposed).isOpen()).isEqualTo(agreed);
        life.jobs().runDue();
        assertThat(running(contosos)).isEqualTo(agreed ? 1 : 0);
    }

    @RepeatedTest(ROUNDS)
    void accepting_and_the_end_of_the_relationship_that_has_the_duty() throws Exception {
        accepting_and_the_end_of(contosos, RenegotiationStatus.OVERTAKEN);
    }

    @RepeatedTest(ROUNDS)
    void accepting_and_the_end_of_the_relationship_that_is_to_get_it() throws Exception {
        accepting_and_the_end_of(fabrikams, RenegotiationStatus.OTHER_PARTNER_GONE);
    }

    @RepeatedTest(ROUNDS)
    void proposing_and_the_end_of_the_relationship() throws Exception {
        // given
        Termination asked = terminating.ask(contosos.relationshipId(), Side.PARTNER, "Somebody", "");

        // when
        List<Throwable> refused = AtOnce.refused(() -> end(asked), () -> propose(Side.CUSTOMER, RenegotiationKind.RELEASE));

        // then
        assertThat(refused).allSatisfy(DutyRaceTests::isTooLate);
        if (terminations.get(asked.id()).isOpen()) {
            end(asked);
        }
        assertThat(renegotiations.open(contosos.relationshipId())).isEmpty();
        life.jobs().runDue();
        assertThat(running(contosos)).isZero();
    }

    @RepeatedTest(ROUNDS)
    void the_date_and_the_choice_of_a_support_contact_that_goes_along() throws Exception {
        // given
        UUID customer = relationships.get(contosos.relationshipId()).customer().id();
        choices.choose(contosos.address(), customer, "mail", "contoso");
        Renegotiation proposed = propose(Side.CUSTOMER, RenegotiationKind.RELEASE);
        confirm(proposed);
        life.jobs().runDue();
        String date = management.createJobQuery().activityId("Event_DateReached").processInstanceId(
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(contosos.relationshipId().toString())
                        .singleResult().getId()).singleResult().getId();

        // when
        List<Throwable> refused = AtOnce.refused(() -> run(date), () -> Persistently.get(() -> choose(customer, "fabrikam")));

        // then
        assertThat(refused).isEmpty();
        assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.DONE);
        assertThat(contacts.of(customer).get("mail").relationship()).isEqualTo(fabrikams.relationshipId());
    }

    private Void run(String job) {
        management.executeJob(job);
        return null;
    }

    private Void choose(UUID customer, String partner) {
        choices.choose(contosos.address(), customer, "mail", partner);
        return null;
    }

    private void accepting_and_the_end_of(Request ending, RenegotiationStatus end) throws Exception {
        // given
        Renegotiation proposed = propose(Side.CUSTOMER, RenegotiationKind.HAND_OVER);
        confirm(proposed);
        life.jobs().runDue();
        Termination asked = terminating.ask(ending.relationshipId(), Side.PARTNER, "Somebody", "");

        // when
        List<Throwable> refused = AtOnce.refused(() -> end(asked), () -> accept(proposed));

        // then
        assertThat(refused).allSatisfy(DutyRaceTests::isTooLate);
        if (terminations.get(asked.id()).isOpen()) {
            end(asked);
        }
        assertThat(now(proposed).status()).isEqualTo(end);
        Relationship ended = relationships.get(ending.relationshipId());
        assertThat(ended.isOver()).isTrue();
        assertThat(relationships.get((ending == contosos ? fabrikams : contosos).relationshipId()).isOnDuty()).isTrue();
        life.jobs().runDue();
        assertThat(running(contosos) + running(fabrikams)).isZero();
    }

    private Renegotiation propose(Side by, RenegotiationKind kind) {
        return renegotiating.propose(contosos.relationshipId(), by, by == Side.PARTNER ? "Paula Pérez" : "Ada Admin",
                new Proposal(Optional.of(kind), Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30)),
                        Optional.of("fabrikam"), "", ""));
    }

    private Renegotiation confirm(Renegotiation proposed) {
        return renegotiating.confirm(proposed.id(), Side.PARTNER, "Paula Pérez", Optional.empty(), "");
    }

    private Void accept(Renegotiation proposed) {
        offers.accept(proposed.id(), fabrikams.relationshipId(), "Fiona Fischer");
        return null;
    }

    private Void end(Termination asked) {
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");
        return null;
    }

    private Renegotiation now(Renegotiation one) {
        return renegotiations.get(one.id());
    }

    private long running(Request request) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).count();
    }

    private static void isTooLate(Throwable refused) {
        assertThat(TOO_LATE).as(refused.toString()).anyMatch(kind -> kind.isInstance(refused));
    }
}
