package io.mandate.renegotiation;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.RenegotiationRefusedException.Why;
import io.mandate.relationship.RenegotiationRefusedException;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Side;
import io.mandate.relationship.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;

/** What is possible about a duty to support, what is refused, and what becomes of duty and record. */
class RenegotiatingTests extends RenegotiationTest {

    @Test
    void the_customer_chooses_who_takes_it_on_where_the_partner_proposed_that() {
        // given
        release(fabrikam().id());
        Renegotiation proposed = handOverByPartner(5);
        assertThat(proposed.to()).isEmpty();
        assertThat(proposed.answerUntil()).isEqualTo(proposed.takesEffectAt());
        for (String wrong : List.of("", "contoso", "nobody")) {
            isInvalid("partner", () -> renegotiating.confirm(
                    proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.of(wrong), ""));
        }

        // when
        renegotiating.confirm(proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.of("fabrikam"), "Please.");
        accept(proposed);
        life.jobs().pass(Duration.ofDays(6));

        // then
        assertThat(now(proposed).to()).contains(fabrikam().id());
        assertThat(now(proposed).toNote()).isEqualTo("Please.");
        assertThat(fabrikam().isOnDuty()).isTrue();
        assertThat(fabrikam().dutySince()).contains(proposed.takesEffectAt());
        assertThat(fabrikam().dutyEndedAt()).isEmpty();
        assertThat(contoso().isOnDuty()).isFalse();
    }

    @Test
    void what_was_filled_in_wrongly_is_all_told_at_once_and_nothing_begins() {
        isInvalid("kind, lastDay", () -> propose(Side.PARTNER, new Proposal(
                Optional.empty(), Optional.empty(), Optional.empty(), "", "")));
        isInvalid("lastDay, partner, note, partnerNote", () -> propose(Side.CUSTOMER,
                proposal(RenegotiationKind.HAND_OVER, 0, "contoso", "x".repeat(1001), "x".repeat(1001))));
        isInvalid("lastDay", () -> propose(Side.PARTNER, proposal(RenegotiationKind.RELEASE, -1, "", "", "")));
        isInvalid("lastDay", () -> propose(Side.PARTNER, new Proposal(Optional.of(RenegotiationKind.RELEASE),
                Optional.of(today().plusYears(1).plusDays(1)), Optional.empty(), "", "")));

        assertThat(renegotiations.of(contoso().id())).isEmpty();
        assertThat(running()).isNull();
        assertThat(propose(Side.PARTNER, new Proposal(Optional.of(RenegotiationKind.RELEASE),
                Optional.of(today().plusYears(1)), Optional.empty(), "", "")).isOpen()).isTrue();
    }

    @Test
    void one_is_open_at_most_and_each_side_does_its_own_part_only() {
        // given
        Renegotiation proposed = handOverByCustomer(30);

        // then
        isRefused(Why.OPEN_ALREADY, () -> releaseByPartner(3));
        isRefused(Why.OTHER_SIDE, () -> renegotiating.takeBack(proposed.id(), Side.PARTNER, "Paula Pérez"));
        isRefused(Why.OTHER_SIDE, () -> renegotiating.decline(proposed.id(), Side.CUSTOMER, "Ada Admin", ""));
        isRefused(Why.OTHER_SIDE, () -> renegotiating.confirm(
                proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), ""));
        isRefused(Why.CLOSED, () -> accept(proposed));
        isRefused(Why.OTHER_SIDE, () -> offers.accept(proposed.id(), contoso().id(), "Paula Pérez"));

        // and when
        confirmedByPartner(proposed);

        // then
        isRefused(Why.CLOSED, () -> confirmedByPartner(proposed));
        isRefused(Why.CLOSED, () -> renegotiating.decline(proposed.id(), Side.PARTNER, "Paula Pérez", ""));
        isInvalid("refusal", () -> offers.refuse(proposed.id(), fabrikam().id(), "Fiona Fischer", "x".repeat(1001)));
        accept(proposed);
        isRefused(Why.CLOSED, () -> renegotiating.takeBack(proposed.id(), Side.CUSTOMER, "Ada Admin"));
        isRefused(Why.OPEN_ALREADY, () -> releaseByPartner(3));
        assertThat(contoso().isOnDuty()).isTrue();
    }

    @Test
    void nobody_answers_after_the_time_is_over_also_while_that_is_not_written_down_yet() {
        // given
        Renegotiation proposed = releaseByPartner(1);

        // when
        ClockUtil.setCurrentTime(Date.from(proposed.answerUntil()));

        // then
        isRefused(Why.CLOSED, () -> renegotiating.confirm(proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), ""));
    }

    @Test
    void a_released_duty_is_none_that_could_be_proposed_about_and_comes_back_by_a_new_relationship_only() {
        // given
        Instant inForceSince = contoso().inForceSince().orElseThrow();
        Instant since = contoso().dutySince().orElseThrow();
        release(contoso().id());
        assertThat(contoso().dutySince()).contains(since);
        assertThat(contoso().isOver()).isFalse();
        Instant ended = contoso().dutyEndedAt().orElseThrow();

        // then
        isRefused(Why.NO_DUTY, () -> releaseByPartner(3));

        // and when
        life.sent(PAULA, customer, MAIL);
        life.approve(life.proven(customer), customer, List.of(new Choice(MAIL, "contoso")));

        // then
        assertThat(contoso().isOnDuty()).isFalse();
        assertThat(contoso().dutyEndedAt()).contains(ended);
        assertThat(contoso().inForceSince()).contains(inForceSince);

        // and when
        endOf(contosos);

        // then
        assertThat(contoso().status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(contoso().dutyEndedAt()).contains(ended);
        assertThat(contoso().endedAt()).contains(clock.instant());
        isRefused(Why.NOT_IN_FORCE, () -> releaseByPartner(3));

        // and when
        life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);

        // then
        assertThat(contoso().isOnDuty()).isTrue();
        assertThat(contoso().dutySince()).contains(clock.instant());
        assertThat(contoso().isOver()).isFalse();
    }

    @Test
    void a_partner_takes_on_one_duty_at_a_time_and_only_while_its_relationship_is_in_force() {
        // given
        Renegotiation proposed = handOverByPartner(30);
        endOf(fabrikams);

        // then
        isInvalid("partner", () -> renegotiating.confirm(
                proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.of("fabrikam"), ""));
        assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.PROPOSED);
        assertThat(renegotiating.possible(contoso().id())).isEmpty();
    }

    @Test
    void a_proposal_that_named_a_partner_which_has_gone_ends_unasked() {
        // given
        Renegotiation proposed = handOverByCustomer(30);

        // when
        endOf(fabrikams);

        // then
        assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.OTHER_PARTNER_GONE);
        assertThat(events(contoso())).endsWith(TimelineEvent.HANDOVER_OVERTAKEN);
        assertThat(events(fabrikam())).doesNotContain(TimelineEvent.DUTY_OFFERED, TimelineEvent.DUTY_OFFER_ENDED);
        assertThat(renegotiations.askedOf(fabrikam().id())).isEmpty();
    }

    private Renegotiation propose(Side side, Proposal proposal) {
        return renegotiating.propose(contoso().id(), side, side == Side.PARTNER ? "Paula Pérez" : "Ada Admin", proposal);
    }

    private void release(UUID relationship) {
        Renegotiation proposed = renegotiating.propose(relationship, Side.PARTNER, "Somebody",
                proposal(RenegotiationKind.RELEASE, 1, "", "", ""));
        renegotiating.confirm(proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), "");
        life.jobs().pass(Duration.ofDays(2));
    }

    private static void isRefused(Why why, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RenegotiationRefusedException.class,
                refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static void isInvalid(String fields, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(
                String.join(", ", refused.problems().stream().map(FieldProblem::field).toList())).isEqualTo(fields));
    }
}
