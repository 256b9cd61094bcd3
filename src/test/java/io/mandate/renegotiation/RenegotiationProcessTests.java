package io.mandate.renegotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Side;
import io.mandate.relationship.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
            Instant since = contoso().dutySince().orElseThrow();
            long reminders = mails(PAULAS, "Reminder: a proposal about the duty");
            Renegotiation proposed = releaseByPartner(30);
            ProcessInstance process = running();
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Task_ConfirmRenegotiation").hasPassed("Task_TellBothSides", "EndEvent_BothSidesTold");
            assertThat(proposed.answerUntil()).isEqualTo(proposed.proposedAt().plus(Duration.ofDays(14)));
            for (String side : List.of(PAULAS, customer)) {
                assertThat(mail(side, "A proposal about the duty of Contoso Cloud to support Northwind Traders")).contains(
                        "Paula Pérez of Contoso Cloud made a proposal", "> We close. <b>${7*7}</b>",
                        "Contoso Cloud is released from the duty to support Northwind Traders on "
                                + written(proposed.takesEffectAt(), Locale.ENGLISH),
                        "An answer is awaited until " + written(proposed.answerUntil(), Locale.ENGLISH));
            }
            assertThat(mail(PAULAS, "A proposal about")).contains("take it back", "/customers/" + contoso().id() + "/duty");
            assertThat(mail(customer, "A proposal about")).contains("confirm or decline, here",
                    "/organisation/" + contoso().customer().id() + "/partners/" + contoso().id() + "/duty");

            // and when
            life.jobs().pass(Duration.ofDays(12));

            // then
            assertThat(process).isWaitingAt("Task_ConfirmRenegotiation").hasPassed("EndEvent_ReminderSent");
            assertThat(mail(customer, "Reminder: a proposal about the duty of Contoso Cloud")).contains("your answer is awaited");
            assertThat(mails(PAULAS, "Reminder: a proposal about the duty")).isEqualTo(reminders);

            // and when
            renegotiating.confirm(proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), "");
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Event_DateReached").hasPassed("EndEvent_ReleaseConfirmed", "EndEvent_AgreementReported");
            assertThat(contoso().isOnDuty()).isTrue();
            assertThat(mail(PAULAS, "all have agreed")).contains("Until that date nothing changes");

            // and when
            life.jobs().pass(Duration.ofDays(19));

            // then
            assertThat(process).isEnded().hasPassedInOrder("Event_DateReached", "Task_ChangeDuty", "Task_ReportChange",
                    "EndEvent_DutyReleased").hasNotPassed("Task_AcceptDuty", "EndEvent_DutyHandedOver");
            assertThat(contoso().isOnDuty()).isFalse();
            assertThat(contoso().status()).isEqualTo(RelationshipStatus.IN_FORCE);
            assertThat(contoso().dutySince()).contains(since);
            assertThat(contoso().dutyEndedAt()).contains(proposed.takesEffectAt());
            assertThat(contoso().isOver()).isFalse();
            assertThat(contacts.of(contoso().customer().id())).isEmpty();
            assertThat(now(proposed).status()).isEqualTo(RenegotiationStatus.DONE);
            for (String side : List.of(PAULAS, customer)) {
                assertThat(mail(side, "The duty of Contoso Cloud to support Northwind Traders has ended"))
                        .contains("as agreed", "Service requests of Contoso Cloud that are open stay with it until they are solved");
            }
            assertThat(events(contoso())).endsWith(TimelineEvent.SUPPORT_CONTACT_CHOSEN, TimelineEvent.RELEASE_PROPOSED,
                    TimelineEvent.RELEASE_CONFIRMED, TimelineEvent.SUPPORT_CONTACT_ENDED, TimelineEvent.DUTY_RELEASED);
            assertThat(events(fabrikam())).doesNotContain(TimelineEvent.DUTY_OFFERED);
        }
    }

    @Nested
    class Duty_handed_over {

        @Test
        void to_the_partner_that_accepts_and_neither_partner_learns_of_the_other() {
            // given
            choose("mail", contoso());
            Instant fabrikamsSince = fabrikam().dutySince().orElseThrow();
            Renegotiation proposed = handOverByCustomer(40);
            ProcessInstance process = running();
            life.jobs().runDue();
            assertThat(process).task("Task_ConfirmRenegotiation").hasCandidateGroup("partner-contoso");
            assertThat(renegotiations.askedOf(fabrikam().id())).isEmpty();
            life.jobs().pass(Duration.ofDays(12));
            assertThat(mail(PAULAS, "Reminder: a proposal about the duty")).contains("goes from Contoso Cloud to another partner");

            // when
            confirmedByPartner(proposed);
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Task_AcceptDuty").hasPassed("Task_AskOtherPartner", "EndEvent_OtherPartnerAsked");
            assertThat(process).task("Task_AcceptDuty").hasCandidateGroup("partner-fabrikam");
            assertThat(mail(FIONAS, "Northwind Traders bittet Sie, die Supportpflicht zu übernehmen")).contains(
                    "Ada Admin von Northwind Traders bittet Sie, ab " + written(proposed.takesEffectAt(), Locale.GERMAN),
                    "> Please help us.", "der Supportkontakt für:", "/customers/" + fabrikam().id() + "/duty");
            assertThat(mail(customer, "the proposal was confirmed")).contains(
                    "Paula Pérez of Contoso Cloud confirmed", "Now it is for Fabrikam Managed Services to accept");
            assertThat(mail(PAULAS, "the proposal was confirmed")).contains("Now it is for another partner to accept");

            // and when
            life.jobs().pass(Duration.ofDays(12));

            // then
            assertThat(process).isWaitingAt("Task_AcceptDuty").hasPassed("EndEvent_OtherPartnerReminded");
            assertThat(mail(FIONAS, "Erinnerung: Northwind Traders bittet Sie")).contains("wartet auf Ihre Antwort");

            // and when
            accept(proposed);
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Event_DateReached").hasPassed("EndEvent_DutyAccepted", "EndEvent_AgreementReported");
            assertThat(contoso().isOnDuty()).isTrue();
            assertThat(mail(FIONAS, "Sie übernehmen die Supportpflicht")).contains("Alle Beteiligten sind einverstanden");

            // and when
            life.jobs().pass(Duration.ofDays(17));

            // then
            assertThat(process).isEnded().hasPassedInOrder("Task_ChangeDuty", "Task_ReportChange", "EndEvent_DutyHandedOver")
                    .hasNotPassed("EndEvent_DutyReleased");
            assertThat(contoso().dutyEndedAt()).contains(proposed.takesEffectAt());
            assertThat(fabrikam().isOnDuty()).isTrue();
            assertThat(fabrikam().dutySince()).contains(fabrikamsSince);
            assertThat(contacts.of(contoso().customer().id())).containsEntry("mail", fabrikam().id());
            assertThat(mail(FIONAS, "Sie haben die Supportpflicht gegenüber Northwind Traders übernommen")).contains("Seit");
            assertThat(mail(customer, "has ended")).contains("from Contoso Cloud to Fabrikam Managed Services");
            assertThat(everything(PAULAS)).doesNotContain("Fabrikam", "Fiona");
            assertThat(everything(FIONAS)).doesNotContain("Contoso", "Paula", "You were slow");
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
            for (String side : List.of(PAULAS, customer)) {
                assertThat(mail(side, "stays: the proposal was declined")).contains(
                        "Paula Pérez of Contoso Cloud declined", "> We want to stay.", "Nothing has changed");
            }
            assertThat(events(fabrikam())).doesNotContain(TimelineEvent.DUTY_OFFER_ENDED);
        }

        @Test
        void by_the_other_partner_whose_reason_is_for_the_customer_alone() {
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
            assertThat(mail(customer, "stays: the other partner declined")).contains("> Fabrikam has no people.");
            assertThat(mail(PAULAS, "stays: the other partner declined")).contains("did not accept").doesNotContain("no people");
            assertThat(events(contoso())).endsWith(TimelineEvent.HANDOVER_REFUSED);
            assertThat(events(fabrikam())).endsWith(TimelineEvent.DUTY_REFUSED);
            assertThat(timeline.ofRelationship(contoso().id())).noneMatch(one -> one.actor().contains("Fiona"));
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
            assertThat(mail(customer, "there was no answer in time")).contains("Nothing has changed");
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
            assertThat(mail(FIONAS, "bleibt, wo sie ist")).contains("Daraus wird nichts");
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
            assertThat(mail(PAULAS, "stays: the proposal was taken back")).contains("Ben Boss of Northwind Traders took back");
            assertThat(releaseByPartner(3).isOpen()).isTrue();
        }

        @Test
        void while_the_other_partner_is_asked() {
            // given
            Renegotiation proposed = handOverByCustomer(30);
            ProcessInstance process = running();
            confirmedByPartner(proposed);
            life.jobs().runDue();

            // when
            renegotiating.takeBack(proposed.id(), Side.CUSTOMER, "Ada Admin");
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_RenegotiationTakenBack");
            assertThat(mail(FIONAS, "bleibt, wo sie ist")).contains("wurde zurückgenommen");
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
            assertThat(mail(customer, "has come to nothing")).contains("ended before the duty could change",
                    "The duty of Contoso Cloud to support Northwind Traders ended with the relationship");
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
            assertThat(mail(PAULAS, "the other partner is not available any more")).contains("Nothing has changed");
            assertThat(mail(FIONAS, "bleibt, wo sie ist")).contains("eine Beziehung endete vorher");
            life.jobs().pass(Duration.ofDays(40));
            assertThat(contoso().isOnDuty()).isTrue();
            assertThat(fabrikam().isOnDuty()).isFalse();
        }
    }
}
