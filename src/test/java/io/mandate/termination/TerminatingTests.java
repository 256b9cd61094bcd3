package io.mandate.termination;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.acceptance.DeadLinkException;
import io.mandate.relationship.EndingRefusedException.Why;
import io.mandate.relationship.EndingRefusedException;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.TimelineEvent;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** What is refused of an end, and how a relationship begins anew. */
class TerminatingTests extends TerminationTest {

    @Test
    void a_second_wish_while_one_is_open() {
        askedByPartner("");

        refused(Why.ASKED_ALREADY, () -> askedByPartner(""));
        refused(Why.ASKED_ALREADY, () -> askedByCustomer());
        assertThat(terminations.of(request.relationshipId())).hasSize(1);
    }

    @Test
    void what_is_for_the_other_side() {
        Termination asked = askedByPartner("");

        refused(Why.OTHER_SIDE, () -> terminating.confirm(asked.id(), Side.PARTNER, "Carl Conrad"));
        refused(Why.OTHER_SIDE, () -> terminating.takeBack(asked.id(), Side.CUSTOMER, "Ada Admin"));
        assertThat(terminations.get(asked.id()).isOpen()).isTrue();
    }

    @Test
    void what_comes_too_late() {
        Termination asked = askedByPartner("");
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");

        refused(Why.CLOSED, () -> terminating.takeBack(asked.id(), Side.PARTNER, "Paula Pérez"));
        refused(Why.CLOSED, () -> terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin"));
        refused(Why.NOT_IN_FORCE, () -> askedByPartner(""));
    }

    @Test
    void the_wish_itself_while_something_is_open() {
        matters.open("Service request 17");

        assertThatThrownBy(() -> askedByPartner("")).isInstanceOf(MattersOpenException.class);
        assertThat(terminations.of(request.relationshipId())).isEmpty();
        assertThat(running()).isNull();
    }

    @Test
    void the_other_side_hears_of_it_though_the_partner_s_person_has_left() {
        // given
        TestMail.refuse(PAULAS);

        // when
        Termination asked = askedByPartner("");
        life.jobs().runDue();
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");
        life.jobs().runDue();

        // then
        assertThat(mails(customer, "is to end on")).isEqualTo(1);
        assertThat(mails(customer, "has ended")).isEqualTo(1);
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    }

    @Test
    void a_confirmation_that_meets_something_just_opened_changes_nothing() {
        // given
        Termination asked = askedByPartner("");
        matters.openAfterALook("Service request 17");

        // when
        assertThatThrownBy(() -> terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin"))
                .isInstanceOfSatisfying(MattersOpenException.class,
                        refused -> assertThat(refused.open()).containsExactly("Service request 17"));

        // then
        assertThat(terminations.get(asked.id())).isEqualTo(asked);
        assertThat(held()).hasSize(1);

        // and when
        matters.settle();
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");

        // then
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
    }

    @Test
    void who_knows_what_is_open_asks_all_the_same_and_nothing_ends_before() {
        // given
        matters.open("Service request 17");

        // when
        Termination asked = terminating.askOnceSettled(request.relationshipId(), Side.CUSTOMER, "Ada Admin", "");

        // then
        assertThatThrownBy(() -> terminating.confirm(asked.id(), Side.PARTNER, "Paula Pérez"))
                .isInstanceOf(MattersOpenException.class);
        assertThat(held()).hasSize(1);
        matters.settle();
        terminating.confirm(asked.id(), Side.PARTNER, "Paula Pérez");
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
    }

    @Test
    void a_confirmation_of_what_an_operator_deleted_changes_nothing() {
        // given
        Termination asked = askedByPartner("");
        engine.getRuntimeService().deleteProcessInstance(running().getId(), "by an operator");

        // when
        assertThatThrownBy(() -> terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin"))
                .isInstanceOf(ConcurrencyFailureException.class).hasMessageContaining("Task_ConfirmEnd");

        // then
        assertThat(terminations.get(asked.id())).isEqualTo(asked);
        assertThat(held()).hasSize(1);
    }

    @Test
    void a_new_acceptance_begins_the_relationship_anew() {
        // given
        Termination asked = askedByPartner("");
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");
        life.jobs().pass(Duration.ofDays(10));

        // when
        Request again = life.sent(PAULA, customer, MAIL);

        // then
        assertThat(again.relationshipId()).isEqualTo(request.relationshipId());
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.REQUESTED);
        assertThat(relationship().isOnDuty()).isFalse();
        assertThat(requests.approved(request.relationshipId()).map(Request::id)).contains(request.id());

        // and when
        life.approve(customer, MAIL);
        life.jobs().runDue();

        // then
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.IN_FORCE);
        assertThat(relationship().inForceSince()).contains(clock.instant());
        assertThat(requests.approved(request.relationshipId()).map(Request::id)).contains(again.id());
        assertThat(relationship().dutySince()).contains(clock.instant());
        assertThat(relationship().isOnDuty()).isTrue();
        assertThat(held()).hasSize(1);
    }

    @Test
    void a_declined_request_leaves_it_ended() {
        // given
        terminating.confirm(askedByPartner("").id(), Side.CUSTOMER, "Ada Admin");
        life.sent(PAULA, customer, MAIL);

        // when
        life.decline(customer, "No.");

        // then
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(relationship().dutyEndedAt()).isPresent();
    }

    @Test
    void an_end_withdraws_the_requests_that_wait() {
        // given
        Request waiting = life.sent(PAULA, customer, INFRASTRUCTURE);
        String token = life.proven(customer);
        Request draft = life.draft(PAULA, "ben" + customer.substring(3), MAIL);
        Termination asked = askedByPartner("");

        // when
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");
        life.jobs().runDue();

        // then
        for (Request one : List.of(waiting, draft)) {
            assertThat(requests.get(one.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
            assertThat(timeline.ofRequest(one.id())).last()
                    .satisfies(entry -> assertThat(entry.event()).isEqualTo(TimelineEvent.WITHDRAWN_WITH_RELATIONSHIP));
        }
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
        assertThatThrownBy(() -> life.approve(token, customer, List.of())).isInstanceOf(DeadLinkException.class);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).list()).isEmpty();
    }

    private void refused(Why why, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(
                EndingRefusedException.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
