package io.mandate.renegotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Side;
import io.mandate.relationship.SupportContacts;
import io.mandate.relationship.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The ends of the diagram renegotiation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenegotiationProcessTests extends RenegotiationTest {

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(RenegotiationProcess.KEY)).isEmpty();
    }

    @Nested
    class Duty_released {

        @Test
        void on_its_date_once_the_other_side_confirmed() {
            // given
            choose("mail", contoso());
            Renegotiation proposed = releaseByPartner(30);
            ProcessInstance process = running();
            life.jobs().runDue();
            assertThat(process).isWaitingAt("Task_ConfirmRenegotiation").hasPassed("Task_TellBothSides", "EndEvent_BothSidesTold");

            // when
            life.jobs().pass(Duration.ofDays(12));
            assertThat(process).isWaitingAt("Task_ConfirmRenegotiation").hasPassed("EndEvent_ReminderSent");
            renegotiating.confirm(proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), "");
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Event_DateReached").hasPassed("EndEvent_ReleaseConfirmed", "EndEvent_AgreementReported");
            assertThat(contoso().isOnDuty()).isTrue();

            // and when
            life.jobs().pass(Duration.ofDays(19));

            // then
            assertThat(process).isEnded().hasPassedInOrder("Event_DateReached", "Task_ChangeDuty", "Task_ReportChange",
                    "EndEvent_DutyReleased").hasNotPassed("Task_AcceptDuty", "EndEvent_DutyHandedOver");
            assertThat(contoso().isOnDuty()).isFalse();
            assertThat(contoso().status()).isEqualTo(RelationshipStatus.IN_FORCE);
            assertThat(contoso().dutyEndedAt()).contains(proposed.takesEffectAt());
            assertThat(contacts.of(contoso().customer().id())).isEmpty();
            assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.DONE);
            assertThat(events(contoso())).endsWith(TimelineEvent.SUPPORT_CONTACT_CHOSEN, TimelineEvent.RELEASE_PROPOSED,
                    TimelineEvent.RELEASE_CONFIRMED, TimelineEvent.SUPPORT_CONTACT_ENDED, TimelineEvent.DUTY_RELEASED);
        }
    }

    @Nested
    class Duty_handed_over {

        @Test
        void to_the_partner_that_accepts() {
            // given
            choose("mail", contoso());
            Instant fabrikamsSince = fabrikam().dutySince().orElseThrow();
            Renegotiation proposed = handOverByCustomer(40);
            ProcessInstance process = running();
            life.jobs().runDue();
            assertThat(process).task("Task_ConfirmRenegotiation").hasCandidateGroup("partner-contoso");
            assertThat(renegotiations.askedOf(fabrikam().id())).isEmpty();

            // when
            confirmedByPartner(proposed);
            life.jobs().pass(Duration.ofDays(12));

            // then
            assertThat(process).isWaitingAt("Task_AcceptDuty")
                    .hasPassed("EndEvent_OtherPartnerAsked", "EndEvent_OtherPartnerReminded");
            assertThat(process).task("Task_AcceptDuty").hasCandidateGroup("partner-fabrikam");

            // and when
            accept(proposed);
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Event_DateReached").hasPassed("EndEvent_DutyAccepted", "EndEvent_AgreementReported");
            assertThat(contoso().isOnDuty()).isTrue();

            // and when
            life.jobs().pass(Duration.ofDays(29));

            // then
            assertThat(process).isEnded().hasPassedInOrder("Task_ChangeDuty", "Task_ReportChange", "EndEvent_DutyHandedOver")
                    .hasNotPassed("EndEvent_DutyReleased");
            assertThat(contoso().dutyEndedAt()).contains(proposed.takesEffectAt());
            assertThat(fabrikam().dutySince()).contains(fabrikamsSince);
            assertThat(contacts.of(contoso().customer().id())).containsEntry("mail", new SupportContacts.Chosen(fabrikam().id(), Optional.empty()));
            assertThat(events(contoso())).endsWith(TimelineEvent.HANDOVER_PROPOSED, TimelineEvent.HANDOVER_CONFIRMED,
                    TimelineEvent.HANDOVER_ACCEPTED, TimelineEvent.SUPPORT_CONTACT_ENDED, TimelineEvent.DUTY_HANDED_OVER);
            assertThat(events(fabrikam())).endsWith(TimelineEvent.DUTY_OFFERED, TimelineEvent.DUTY_ACCEPTED,
                    TimelineEvent.SUPPORT_CONTACT_CHOSEN, TimelineEvent.DUTY_TAKEN_ON);
        }
    }

    @Nested
    class Renegotiation_declined {

        @Test
        void by_the_other_side() {
            // given
            Renegotiation proposed = handOverByCustomer(30);
            ProcessInstance process = running();

            // when
            renegotiating.decline(proposed.id(), Side.PARTNER, "Paula Pérez", "We want to stay.");
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_ProposalDeclined", "EndEvent_RenegotiationDeclined")
                    .hasNotPassed("Task_AcceptDuty", "Task_TellBothSides");
            assertThat(contoso().isOnDuty()).isTrue();
            assertThat(events(fabrikam())).doesNotContain(TimelineEvent.DUTY_OFFER_ENDED);
        }

        @Test
        void by_the_other_partner() {
            // given
            Renegotiation proposed = handOverByCustomer(30);
            ProcessInstance process = running();
            confirmedByPartner(proposed);

            // when
            offers.refuse(proposed.id(), fabrikam().id(), "Fiona Fischer", "Fabrikam has no people.");
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_DutyDeclined", "EndEvent_RenegotiationDeclined");
            assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.NOT_ACCEPTED);
            assertThat(events(contoso())).endsWith(TimelineEvent.HANDOVER_REFUSED);
            assertThat(events(fabrikam())).endsWith(TimelineEvent.DUTY_REFUSED);
        }
    }

    @Nested
    class Renegotiation_expired {

        @Test
        void where_the_other_side_is_silent() {
            // given
            Renegotiation proposed = releaseByPartner(5);
            ProcessInstance process = running();

            // when
            life.jobs().pass(Duration.ofDays(6));

            // then
            assertThat(process).isEnded().hasPassed("Event_TimeToConfirmOver", "Task_RecordExpiry", "EndEvent_RenegotiationExpired");
            assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.EXPIRED);
            assertThat(contoso().isOnDuty()).isTrue();
        }

        @Test
        void where_the_other_partner_is_silent() {
            // given
            Renegotiation proposed = handOverByCustomer(60);
            ProcessInstance process = running();
            confirmedByPartner(proposed);

            // when
            life.jobs().pass(Duration.ofDays(15));

            // then
            assertThat(process).isEnded().hasPassed("Event_TimeToAcceptOver", "EndEvent_RenegotiationExpired");
            assertThat(events(fabrikam())).endsWith(TimelineEvent.DUTY_OFFER_ENDED);
        }
    }

    @Nested
    class Renegotiation_taken_back {

        @Test
        void also_while_no_mail_goes_out_and_another_can_follow() {
            // given
            Renegotiation proposed = handOverByCustomer(30);
            ProcessInstance process = running();

            // when
            renegotiating.takeBack(proposed.id(), Side.CUSTOMER, "Ben Boss");
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("Event_ProposalTakenBack", "EndEvent_RenegotiationTakenBack")
                    .hasNotPassed("Task_TellBothSides");
            assertThat(releaseByPartner(3).isOpen()).isTrue();
        }
    }

    @Nested
    class Renegotiation_overtaken {

        @Test
        void where_the_relationship_ends_while_somebody_is_asked() {
            // given
            Renegotiation proposed = releaseByPartner(30);
            ProcessInstance process = running();

            // when
            endOf(contosos);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("Event_RelationshipEnded", "EndEvent_RenegotiationOvertaken");
            assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.OVERTAKEN);
            assertThat(contoso().isOver()).isTrue();
            assertThat(events(contoso())).contains(TimelineEvent.RENEGOTIATION_OVERTAKEN, TimelineEvent.RELATIONSHIP_ENDED);
        }

        @Test
        void where_the_relationship_of_the_other_partner_ends_before_the_date() {
            // given
            Renegotiation proposed = handOverByCustomer(30);
            ProcessInstance process = running();
            confirmedByPartner(proposed);
            accept(proposed);
            life.jobs().runDue();

            // when
            endOf(fabrikams);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("Event_RelationshipEndedBeforeDate", "EndEvent_RenegotiationOvertaken")
                    .hasNotPassed("Task_ChangeDuty");
            assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.OTHER_PARTNER_GONE);
            assertThat(contoso().isOnDuty()).isTrue();
            life.jobs().pass(Duration.ofDays(40));
            assertThat(contoso().isOnDuty()).isTrue();
        }
    }
}
