package io.mandate.acceptance;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.TimelineEvent;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every end of the diagram acceptance, and what happens while it waits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceProcessTests extends AcceptanceTest {

    @Autowired JdbcClient jdbc;

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(AcceptanceProcess.KEY)).isEmpty();
    }

    @Nested
    class Request_approved {

        @Test
        void in_full() {
            // when
            life.approve(customer, MAIL, INFRASTRUCTURE);

            // then
            assertThat(waiting).isEnded().hasPassed("EndEvent_RequestApproved").hasNotPassed("Task_RecordExpiry");
            assertThat(requests.get(request.id()).approved()).containsExactly(MAIL, INFRASTRUCTURE);
        }

        @Test
        void in_part() {
            // when
            AskedPermission less = new AskedPermission("mail", List.of("mail-reader"), 30);
            life.approve(customer, less);

            // then
            assertThat(waiting).isEnded().hasPassed("EndEvent_RequestApproved");
            assertThat(requests.get(request.id()).approved()).containsExactly(less);
        }
    }

    @Nested
    class Request_declined {

        @Test
        void with_a_reason() {
            // when
            life.decline(customer, "No, thank you");

            // then
            assertThat(waiting).isEnded().hasPassed("EndEvent_RequestDeclined").hasNotPassed("EndEvent_RequestApproved");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.DECLINED);
        }
    }

    @Nested
    class Request_expired {

        @Test
        void ninety_days_after_it_was_sent() {
            // given
            life.jobs().pass(Duration.ofDays(90).minusSeconds(1));
            assertThat(waiting).isWaitingAt("Task_ApproveRelationship");

            // when
            life.jobs().pass(Duration.ofSeconds(1));

            // then
            assertThat(waiting).isEnded().hasPassed("Task_RecordExpiry", "EndEvent_RequestExpired");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.EXPIRED);
        }
    }

    @Nested
    class Withdrawn_by_partner {

        @Test
        void at_once() {
            // when
            own.withdraw(request.id(), PAULA);

            // then
            assertThat(waiting).isEnded().hasPassed("Event_RequestWithdrawn", "EndEvent_WithdrawnByPartner");
        }
    }

    @Nested
    class Another_mail_needed {

        @Test
        void because_the_partner_sends_it_again_and_validity_and_reminders_start_anew() {
            // given
            life.jobs().pass(Duration.ofDays(60));

            // when
            own.sendAgain(request.id(), SentBy.MANDATE, PAULA);
            life.jobs().runDue();

            // then
            assertThat(waiting).isEnded().hasPassed("Event_LinkClosed", "EndEvent_AnotherMailNeeded");
            assertThat(requests.get(request.id()).times().validUntil()).contains(MONDAY.plus(Duration.ofDays(150)));
            life.jobs().pass(Duration.ofDays(31));
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        }

        @Test
        void because_the_mail_came_back() {
            bounced.comesBack(customer);

            assertThat(waiting).isEnded().hasPassed("Event_LinkClosed", "EndEvent_AnotherMailNeeded");
        }
    }

    @Nested
    class While_it_waits {

        @Test
        void the_customer_is_reminded_on_business_days_of_their_country() {
            // when
            life.jobs().pass(Duration.ofDays(89));

            // then
            assertThat(days(TimelineEvent.REMINDED)).containsExactly(
                    LocalDate.of(2027, 1, 14), // 3 business days later
                    LocalDate.of(2027, 1, 26), // 10, one of which would have been a holiday
                    LocalDate.of(2027, 2, 24), // 30, two of which would have been holidays
                    LocalDate.of(2027, 4, 2)); // the last Friday a week before the end
            assertThat(TestMail.text(customer, "Reminder")).contains(TestMail.link(customer));
            assertThat(waiting).isWaitingAt("Task_ApproveRelationship").hasPassed("EndEvent_CustomerReminded");
        }

        @Test
        void the_partner_hears_of_the_silence_after_fourteen_days() {
            // when
            life.jobs().pass(Duration.ofDays(15));

            // then
            assertThat(days(TimelineEvent.PARTNER_NUDGED)).containsExactly(LocalDate.of(2027, 1, 25));
            assertThat(waiting).isWaitingAt("Task_ApproveRelationship").hasPassed("EndEvent_PartnerNudged");
        }

        @Test
        void reminders_stop_when_the_customer_says_so() {
            // given
            life.jobs().pass(Duration.ofDays(4));

            // when
            answers.stopReminders(life.token(customer));
            life.jobs().pass(Duration.ofDays(80));

            // then
            assertThat(days(TimelineEvent.REMINDED)).hasSize(1);
            assertThat(days(TimelineEvent.REMINDERS_STOPPED)).hasSize(1);
        }

        @Test
        void a_reminder_that_cannot_be_mailed_shows_on_its_step_and_holds_up_no_answer() {
            // given
            reminderFailsForDays();
            assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(waiting.getId()).singleResult()
                    .getActivityId()).isEqualTo("Task_SendReminder");

            // when
            TestMail.acceptAll();
            life.approve(customer, MAIL);

            // then
            assertThat(waiting).isEnded().hasPassed("EndEvent_RequestApproved");
            assertThat(permissions.heldBy(request.relationshipId(), clock.instant())).hasSize(1);
            assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(waiting.getId()).list()).isEmpty();
            life.jobs().runDue();
            assertThat(days(TimelineEvent.REMINDED)).isEmpty();
        }

        @Test
        void a_reminder_that_is_tried_again_days_later_is_the_same_mail() {
            // given
            reminderFailsForDays();

            // when
            TestMail.acceptAll();
            Job failed = engine.getManagementService().createJobQuery().processInstanceId(waiting.getId()).noRetriesLeft().singleResult();
            engine.getManagementService().setJobRetries(failed.getId(), 1);
            engine.getManagementService().executeJob(failed.getId());

            // then
            assertThat(jdbc.sql("select status from mail where request_id = :id and kind = 'REMINDER'")
                    .param("id", request.id()).query(String.class).list()).containsExactly("SENT");
        }

        private void reminderFailsForDays() {
            TestMail.failFor(customer);
            ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-01-14T10:00:00Z")));
            engine.getManagementService().createJobQuery().processInstanceId(waiting.getId()).timers().executable().list()
                    .forEach(job -> engine.getManagementService().executeJob(job.getId()));
            life.jobs().failUntilIncident(waiting.getId());
        }
    }

    private List<LocalDate> days(TimelineEvent event) {
        return timeline.ofRequest(request.id()).stream().filter(entry -> entry.event() == event)
                .map(entry -> entry.happenedAt().atOffset(ZoneOffset.UTC).toLocalDate()).toList();
    }
}
