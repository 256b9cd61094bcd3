package io.mandate.revocation;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.CheckResult;
import io.mandate.relationship.LostPermission;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.TermChanging;
import io.mandate.testing.HeldPermissionsTest;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The ends of the diagram revocation, with a service that can be told and one that cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationProcessTests extends HeldPermissionsTest {

    @Autowired Revocations revocations;
    @Autowired TermChanging changing;
    @Autowired TransactionTemplate transaction;

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(RevocationProcess.KEY)).isEmpty();
    }

    @Nested
    class Permission_removed {

        @Test
        void counts_no_more_at_once_and_then_the_service_is_told_and_checked() {
            // given
            assertThat(SERVICE.roles(customerId(), "contoso")).containsExactlyInAnyOrderElementsOf(MAIL.roles());

            // when
            Revocation revocation = remove("mail", "We do it ourselves.");

            // then
            assertThat(held()).extracting(Permission::service).containsExactly("infrastructure");
            ProcessInstance process = running(RevocationProcess.KEY);
            assertThat(process).isWaitingAt("Task_TellService");

            // and when
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassedInOrder("Task_TellService", "Task_CheckService",
                    "Task_TellBothSides", "EndEvent_PermissionRemoved").hasNotPassed("Task_ClearWhatIsLeft");
            assertThat(SERVICE.roles(customerId(), "contoso")).isEmpty();
            assertThat(SERVICE.messages("permission.removed", customerId())).singleElement()
                    .satisfies(told -> assertThat(told.body().at("/data/reason").asText()).isEqualTo("removed_by_customer"));
            assertThat(lost(revocation).check()).isEqualTo(CheckResult.NOTHING_LEFT);
            assertThat(mail("paula@contoso.example")).contains("Northwind Traders removed your permission",
                    "Mail: checked at the service, nothing is left there", "your duty to support them stay", "> We do it ourselves.");
            assertThat(mail(customer)).contains("Ada Admin removed the permission of Contoso Cloud", "nothing is left there");
        }

        @Test
        void also_where_its_term_was_over_and_another_partner_took_it_before_anybody_noted_that() {
            // given
            Instant end = clock.instant().plus(Duration.ofMinutes(1));
            Permission mail = held("mail");
            transaction.execute(status -> changing.shorten(mail, end, "Ada Admin", ""));
            life.sent(FIONA, customer, MAIL);
            life.jobs().pass(Duration.ofMinutes(5));

            // when
            life.approve(customer, MAIL);
            ProcessInstance process = running(RevocationProcess.KEY);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassedInOrder("Task_TellService", "Task_CheckService", "EndEvent_PermissionRemoved");
            assertThat(revocations.of(request.relationshipId())).singleElement().satisfies(lost -> {
                assertThat(lost.reason()).isEqualTo(RevocationReason.TERM_ENDED);
                assertThat(lost.revokedAt()).isEqualTo(end);
            });
            assertThat(SERVICE.roles(customerId(), "contoso")).isEmpty();
            assertThat(SERVICE.roles(customerId(), "fabrikam")).containsExactlyInAnyOrderElementsOf(MAIL.roles());
            assertThat(SERVICE.messages("permission.removed", customerId())).singleElement().satisfies(told -> {
                assertThat(told.body().at("/data/reason").asText()).isEqualTo("term_ended");
                assertThat(told.body().at("/data/occurred_at").asText()).isEqualTo(end.toString());
            });
            assertThat(mail("paula@contoso.example")).contains("The term of your permission", "nothing is left there")
                    .doesNotContain("Fabrikam");
        }

        @Test
        void also_where_the_service_was_told_of_the_grant_after_somebody_had_removed_it_there() {
            // given
            Revocation revocation = removals.removedAtService(held("mail"), false);
            ProcessInstance process = running(RevocationProcess.KEY);
            assertThat(SERVICE.roles(customerId(), "contoso")).isNotEmpty();

            // when
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasNotPassed("Task_ClearWhatIsLeft");
            assertThat(SERVICE.roles(customerId(), "contoso")).isEmpty();
            assertThat(lost(revocation).check()).isEqualTo(CheckResult.NOTHING_LEFT);
        }

        @Test
        void without_a_check_where_the_service_cannot_be_asked() {
            // when
            Revocation revocation = remove("infrastructure", "");
            ProcessInstance process = running(RevocationProcess.KEY);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasNotPassed("SubProcess_RemoveAtService");
            assertThat(lost(revocation).check()).isEqualTo(CheckResult.NOT_CHECKED);
            assertThat(mail(customer)).contains("Infrastructure: not checked", "look in the service’s own portal");
        }

        @Test
        void once_a_process_owner_cleared_what_was_left() {
            // given
            SERVICE.keep("mail-reader");
            Revocation revocation = remove("mail", "");
            ProcessInstance process = running(RevocationProcess.KEY);

            // when
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt(RevocationProcess.TASK_CLEAR_WHAT_IS_LEFT);
            assertThat(lost(revocation)).satisfies(lost -> {
                assertThat(lost.check()).isEqualTo(CheckResult.LEFT_OVER);
                assertThat(lost.leftOver()).containsExactly("mail-reader");
            });
            assertThat(mail(customer)).contains("Something is left").contains("the service still gives Mail settings reader");
            Task task = engine.getTaskService().createTaskQuery().taskCandidateGroup("camunda-admin")
                    .processInstanceId(process.getId()).singleResult();
            assertThat(engine.getTaskService().getVariableLocal(task.getId(), "left")).isEqualTo("Mail: Mail settings reader (mail-reader)");

            // and when nothing was done, the service is asked again in vain
            engine.getTaskService().complete(task.getId());
            life.jobs().runDue();
            assertThat(process).isWaitingAt(RevocationProcess.TASK_CLEAR_WHAT_IS_LEFT);

            // and when
            SERVICE.set(customerId(), "contoso", Set.of());
            engine.getTaskService().complete(engine.getTaskService().createTaskQuery()
                    .processInstanceId(process.getId()).singleResult().getId());
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_PermissionRemoved");
            assertThat(lost(revocation).check()).isEqualTo(CheckResult.NOTHING_LEFT);
        }

        @Test
        void at_last_where_the_service_was_silent_for_an_hour_and_both_sides_heard_of_it() {
            // given
            SERVICE.answerWith(503);
            remove("mail", "");
            ProcessInstance process = running(RevocationProcess.KEY);

            // when
            life.jobs().passWithFailures(Duration.ofMinutes(25));

            // then
            assertThat(mail(customer)).contains("has not confirmed yet", "Mandate keeps telling");
            assertThat(held()).extracting(Permission::service).containsExactly("infrastructure");

            // and when
            SERVICE.behave();
            life.jobs().pass(Duration.ofHours(1));

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_DelayReported", "EndEvent_PermissionRemoved");
            assertThat(SERVICE.messages("permission.removed", customerId()))
                    .extracting(message -> message.headers().get("webhook-id")).hasSizeGreaterThan(1).containsOnly(
                            SERVICE.messages("permission.removed", customerId()).get(0).headers().get("webhook-id"));
        }

        @Test
        void with_an_incident_where_the_service_stays_silent_for_three_days() {
            // given
            SERVICE.answerWith(500);
            remove("mail", "");
            ProcessInstance process = running(RevocationProcess.KEY);

            // when
            life.jobs().failUntilIncident(process.getId());

            // then
            assertThat(Duration.between(relationships.get(request.relationshipId()).changedAt(), clock.instant()))
                    .isBetween(Duration.ofDays(3), Duration.ofDays(4));
            assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(process.getId()).singleResult()
                    .getIncidentMessage()).isEqualTo("The service mail answered with status 500. It is safe to try again.");
        }
    }

    private Revocation remove(String service, String note) {
        return removals.removedByCustomer(held(service), "Ada Admin", note);
    }

    private LostPermission lost(Revocation revocation) {
        return revocations.get(revocation.id()).lost().get(0);
    }

    private static String mail(String address) {
        var mails = TestMail.to(address);
        return words(mails.get(mails.size() - 1));
    }

    private static String words(MimeMessage mail) {
        return TestMail.subject(mail) + "\n" + TestMail.text(mail).replaceAll("\\s+", " ");
    }
}
