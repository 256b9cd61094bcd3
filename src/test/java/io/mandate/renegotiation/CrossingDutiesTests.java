package io.mandate.renegotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.Relationship;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.RenegotiationRefusedException.Why;
import io.mandate.relationship.RenegotiationRefusedException;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Side;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** What becomes of a duty does not hang on what comes first: another duty, the end of a relationship, or an operator. */
class CrossingDutiesTests extends RenegotiationTest {

    @Test
    void a_duty_goes_to_no_partner_whose_own_is_being_renegotiated() {
        // given
        Renegotiation own = propose(fabrikam(), Side.PARTNER, RenegotiationKind.RELEASE, "");

        // then
        isRefused(Why.PARTNER_BUSY, () -> handOverByCustomer(30));
        Renegotiation open = handOverByPartner(30);
        isRefused(Why.PARTNER_BUSY, () -> renegotiating.confirm(open.id(), Side.CUSTOMER, "Ada Admin", Optional.of("fabrikam"), ""));

        // and when
        renegotiating.confirm(own.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), "");
        isRefused(Why.PARTNER_BUSY, () -> renegotiating.confirm(open.id(), Side.CUSTOMER, "Ada Admin", Optional.of("fabrikam"), ""));
        assertThat(now(open).status()).isEqualTo(RenegotiationStatus.PROPOSED);
        assertThat(now(open).to()).isEmpty();
    }

    @Test
    void a_partner_that_knows_it_is_to_take_on_a_duty_does_not_give_its_own_away_before() {
        // given
        Renegotiation proposed = handOverByCustomer(30);
        confirmedByPartner(proposed);

        // then
        isRefused(Why.TAKING_ON, () -> propose(fabrikam(), Side.PARTNER, RenegotiationKind.RELEASE, ""));
        isRefused(Why.TAKING_ON, () -> propose(fabrikam(), Side.CUSTOMER, RenegotiationKind.HAND_OVER, "contoso"));

        // and when
        accept(proposed);
        isRefused(Why.TAKING_ON, () -> propose(fabrikam(), Side.PARTNER, RenegotiationKind.RELEASE, ""));
        life.jobs().pass(Duration.ofDays(31));

        // then
        assertThat(fabrikam().isOnDuty()).isTrue();
        assertThat(propose(fabrikam(), Side.PARTNER, RenegotiationKind.RELEASE, "").isOpen()).isTrue();
    }

    @Test
    void one_that_does_not_know_it_yet_is_not_refused_but_the_other_waits() {
        // given
        Renegotiation proposed = handOverByCustomer(30);
        isRefused(Why.TAKING_ON, () -> propose(fabrikam(), Side.CUSTOMER, RenegotiationKind.RELEASE, ""));
        Renegotiation own = propose(fabrikam(), Side.PARTNER, RenegotiationKind.RELEASE, "");

        // then
        isRefused(Why.PARTNER_UNAVAILABLE, () -> confirmedByPartner(proposed));
        assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.PROPOSED);

        // and when
        renegotiating.decline(own.id(), Side.CUSTOMER, "Ada Admin", "");

        // then
        assertThat(confirmedByPartner(proposed).status()).isEqualTo(RenegotiationStatus.CONFIRMED);
    }

    @Test
    void a_release_that_is_only_late_happens_before_the_end_of_the_relationship() {
        // given
        Renegotiation agreed = releaseByPartner(5);
        ProcessInstance process = running();
        renegotiating.confirm(agreed.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), "");
        life.jobs().runDue();
        ClockUtil.setCurrentTime(Date.from(agreed.takesEffectAt().plusSeconds(60)));

        // when
        endOf(contosos);
        life.jobs().runDue();

        // then
        assertThat(now(agreed).status()).isEqualTo(RenegotiationStatus.DONE);
        assertThat(contoso().dutyEndedAt()).contains(agreed.takesEffectAt());
        assertThat(contoso().endedAt()).contains(clock.instant());
        assertThat(process).isEnded();
        assertThat(mail(customer, "The duty of Contoso Cloud to support Northwind Traders has ended")).contains("as agreed");
    }

    @Test
    void so_does_a_hand_over_where_the_other_relationship_ends() {
        // given
        Renegotiation agreed = handOverByCustomer(5);
        confirmedByPartner(agreed);
        accept(agreed);
        life.jobs().runDue();
        ClockUtil.setCurrentTime(Date.from(agreed.takesEffectAt()));

        // when
        endOf(fabrikams);
        life.jobs().runDue();

        // then
        assertThat(now(agreed).status()).isEqualTo(RenegotiationStatus.DONE);
        assertThat(contoso().isOnDuty()).isFalse();
        assertThat(fabrikam().isOver()).isTrue();
        assertThat(running()).isNull();
    }

    @Test
    void a_process_that_an_operator_deleted_keeps_no_relationship_from_ending() {
        // given
        Renegotiation proposed = handOverByCustomer(30);
        confirmedByPartner(proposed);
        deleted();

        // then
        assertThatThrownBy(() -> accept(proposed)).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.CONFIRMED);

        // and when
        endOf(fabrikams);
        endOf(contosos);

        // then
        assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.OTHER_PARTNER_GONE);
        assertThat(contoso().isOver()).isTrue();
        assertThat(fabrikam().isOver()).isTrue();
    }

    @Test
    void nor_does_it_keep_anybody_from_taking_the_proposal_back() {
        // given
        Renegotiation proposed = releaseByPartner(30);
        deleted();

        // then
        assertThatThrownBy(() -> renegotiating.decline(proposed.id(), Side.CUSTOMER, "Ada Admin", ""))
                .isInstanceOf(ConcurrencyFailureException.class);

        // and when
        renegotiating.takeBack(proposed.id(), Side.PARTNER, "Paula Pérez");

        // then
        assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.TAKEN_BACK);
        assertThat(releaseByPartner(30).isOpen()).isTrue();
    }

    private void deleted() {
        engine.getRuntimeService().deleteProcessInstance(running().getId(), "by an operator");
    }

    private Renegotiation propose(Relationship about, Side side, RenegotiationKind kind, String partner) {
        return renegotiating.propose(about.id(), side, "Somebody", proposal(kind, 10, partner, "", ""));
    }

    private static void isRefused(Why why, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RenegotiationRefusedException.class,
                refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
