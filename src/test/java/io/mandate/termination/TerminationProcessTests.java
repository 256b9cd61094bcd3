package io.mandate.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.TerminationStatus;
import io.mandate.relationship.TimelineEvent;
import io.mandate.revocation.RevocationProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The ends of the diagram termination, with a service that can be told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminationProcessTests extends TerminationTest {

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(TerminationProcess.KEY)).isEmpty();
    }

    @Nested
    class Relationship_ended {

        @Test
        void at_once_where_the_other_side_confirms() {
            // given
            Termination asked = askedByPartner("We close. <b>${7*7}</b>");
            ProcessInstance process = running();
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Task_ConfirmEnd").hasPassed("Task_TellBothSides", "EndEvent_BothSidesTold");
            assertThat(held()).hasSize(1);
            for (String side : List.of(PAULAS, customer)) {
                assertThat(mail(side, "The relationship of Contoso Cloud and Northwind Traders is to end on")).contains(
                        "Paula Pérez of Contoso Cloud asked to end the relationship", "> We close. <b>${7*7}</b>",
                        "It ends on " + written(asked.noticeUntil()) + ", or as soon as Northwind Traders confirms",
                        "the duty of Contoso Cloud to support Northwind Traders ends");
            }
            assertThat(mail(PAULAS, "is to end on")).contains("take it back", "/customers/" + request.relationshipId() + "/end");
            assertThat(mail(customer, "is to end on")).contains("confirm the end, here",
                    "/organisation/" + relationship().customer().id() + "/partners/" + request.relationshipId() + "/end");

            // and when
            Instant since = relationship().dutySince().orElseThrow();
            long removals = mails(PAULAS, "your permission has ended");
            terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");

            // then
            assertThat(held()).isEmpty();
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
            assertThat(relationship().dutySince()).contains(since);
            assertThat(relationship().dutyEndedAt()).contains(clock.instant());
            assertThat(relationship().isOnDuty()).isFalse();
            assertThat(engine.getRuntimeService().createProcessInstanceQuery().superProcessInstanceId(process.getId())
                    .singleResult().getProcessDefinitionId()).startsWith(RevocationProcess.KEY + ":");

            // and when
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassedInOrder("Task_ConfirmEnd", "Task_CheckWhatIsOpen", "EndEvent_EndDecided",
                    "Task_EndRelationship", "CallActivity_RemovePermissions", "Task_ReportEnd", "EndEvent_RelationshipEnded")
                    .hasNotPassed("Task_PutOffEnd", "Task_ReportContinuation");
            assertThat(SERVICE.roles(relationship().customer().id().toString(), "contoso")).isEmpty();
            for (String side : List.of(PAULAS, customer)) {
                assertThat(mail(side, "The relationship of Contoso Cloud and Northwind Traders has ended")).contains(
                        "ended on " + written(clock.instant()) + ". It had been in force since " + written(since),
                        "Asked for by Paula Pérez of Contoso Cloud", "Confirmed by Ada Admin of Northwind Traders",
                        "Mail: checked at the service, nothing is left there", "> We close.",
                        "The duty of Contoso Cloud to support Northwind Traders has ended");
            }
            assertThat(mails(customer, "permission of Contoso Cloud has ended")).isZero();
            assertThat(mails(PAULAS, "your permission has ended")).isEqualTo(removals);
            assertThat(events()).endsWith(TimelineEvent.END_ASKED, TimelineEvent.PERMISSION_ENDED_WITH_RELATIONSHIP,
                    TimelineEvent.RELATIONSHIP_ENDED);
            assertThat(terminations.get(asked.id())).satisfies(ended -> {
                assertThat(ended.status()).isEqualTo(TerminationStatus.ENDED);
                assertThat(ended.isConfirmed()).isTrue();
                assertThat(ended.revocation()).isPresent();
            });
        }

        @Test
        void told_to_both_sides_before_the_services_are_clean() {
            // given
            SERVICE.answerWith(500);
            Termination asked = askedByPartner("We close.");
            ProcessInstance process = running();
            life.jobs().runDue();

            // when
            terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");
            life.jobs().passWithFailures(Duration.ofMinutes(10));

            // then
            assertThat(process).isWaitingAt("CallActivity_RemovePermissions").hasPassed("Task_AnnounceEnd", "EndEvent_EndAnnounced")
                    .hasNotPassed("Task_ReportEnd");
            for (String side : List.of(PAULAS, customer)) {
                assertThat(mail(side, "The end of the relationship of Contoso Cloud and Northwind Traders")).contains(
                        "ended on " + written(terminations.get(asked.id()).closedAt().orElseThrow()),
                        "Confirmed by Ada Admin of Northwind Traders", "Contoso Cloud may no longer administer these services",
                        "Mail", "A report of what that showed follows");
            }
            assertThat(mails(customer, "has ended")).isZero();

            // and when
            SERVICE.behave();
            life.jobs().pass(Duration.ofHours(3));

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_RelationshipEnded");
            assertThat(mail(customer, "has ended")).contains("checked at the service, nothing is left there");
            assertThat(mails(customer, "The end of the relationship")).isEqualTo(1);
        }

        @Test
        void when_the_notice_period_is_over_after_a_reminder() {
            // given
            Termination asked = askedByCustomer();
            ProcessInstance process = running();
            life.jobs().runDue();
            assertThat(asked.noticeUntil()).isEqualTo(asked.askedAt().plus(Duration.ofDays(30)));
            assertThat(process).task("Task_ConfirmEnd").hasCandidateGroup("partner-contoso");

            // when
            life.jobs().pass(Duration.ofDays(24));

            // then
            assertThat(process).isWaitingAt("Task_ConfirmEnd").hasPassed("EndEvent_ReminderSent");
            assertThat(mail(PAULAS, "Reminder: the relationship of")).contains(
                    "Ada Admin of Northwind Traders asked", "as soon as Contoso Cloud confirms", "confirm the end, here");
            assertThat(mail(customer, "Reminder: the relationship of")).contains("take it back");

            // and when
            life.jobs().pass(Duration.ofDays(7));

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_RelationshipEnded");
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
            assertThat(terminations.get(asked.id()).isConfirmed()).isFalse();
            assertThat(mail(PAULAS, "has ended")).contains("Asked for by Ada Admin of Northwind Traders",
                    "Nobody confirmed or took it back before the notice period was over")
                    .doesNotContain("Confirmed by");
        }

        @Test
        void without_a_revocation_where_nothing_was_held() {
            // given
            life.jobs().pass(Duration.ofDays(366));
            Termination asked = askedByCustomer();
            ProcessInstance process = running();

            // when
            terminating.confirm(asked.id(), Side.PARTNER, "Paula Pérez");
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_RelationshipEnded")
                    .hasNotPassed("CallActivity_RemovePermissions", "Task_TellBothSides");
            assertThat(mail(customer, "has ended")).contains("Contoso Cloud held no permission at the end");
        }

        @Test
        void later_where_something_is_open_when_it_is_to_end() {
            // given
            Termination asked = askedByPartner("");
            ProcessInstance process = running();
            life.jobs().runDue();
            matters.open("Service request 17");

            // when
            assertThatThrownBy(() -> terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin"))
                    .isInstanceOfSatisfying(MattersOpenException.class,
                            refused -> assertThat(refused.open()).containsExactly("Service request 17"));
            life.jobs().pass(Duration.ofDays(31));

            // then
            assertThat(process).isWaitingAt("Task_ConfirmEnd").hasPassed("Task_PutOffEnd");
            Termination later = terminations.get(asked.id());
            assertThat(later.noticeUntil()).isEqualTo(asked.noticeUntil().plus(Duration.ofDays(7)));
            assertThat(later.putOff()).isTrue();
            assertThat(held()).hasSize(1);
            assertThat(mail(customer, "is put off until")).contains(
                    "Service request 17", "ends on " + written(later.noticeUntil()));

            // and when
            matters.settle();
            life.jobs().pass(Duration.ofDays(7));

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_RelationshipEnded");
            assertThat(mails(customer, "is to end on")).isEqualTo(1);
        }
    }

    @Nested
    class Relationship_continued {

        @Test
        void where_it_is_taken_back_before() {
            // given
            Termination asked = askedByCustomer();
            ProcessInstance process = running();
            life.jobs().runDue();

            // when
            terminating.takeBack(asked.id(), Side.CUSTOMER, "Ben Boss");
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("Event_EndTakenBack", "EndEvent_RelationshipContinued")
                    .hasNotPassed("Task_EndRelationship");
            assertThat(held()).hasSize(1);
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.IN_FORCE);
            assertThat(relationship().isOnDuty()).isTrue();
            for (String side : List.of(PAULAS, customer)) {
                assertThat(mail(side, "The relationship of Contoso Cloud and Northwind Traders continues"))
                        .contains("Ben Boss of Northwind Traders took back the wish", "Nothing has changed");
            }
            life.jobs().pass(Duration.ofDays(31));
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.IN_FORCE);
        }

        @Test
        void and_can_be_ended_later() {
            // given
            terminating.takeBack(askedByPartner("").id(), Side.PARTNER, "Paula Pérez");

            // when
            Termination again = askedByCustomer();
            terminating.confirm(again.id(), Side.PARTNER, "Paula Pérez");

            // then
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
            assertThat(terminations.of(request.relationshipId())).hasSize(2);
        }
    }
}
