package io.mandate.servicerequest;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.EmailAddress;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The ends of the diagram service-request, for a partner whose permission was removed and who is still on duty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceRequestProcessTests extends ServiceRequestTest {

    @Autowired FlowCoverage coverage;

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(ServiceRequestProcess.KEY)).isEmpty();
    }

    @Nested
    class Service_request_solved {

        @Test
        void at_once_and_everybody_concerned_is_told() {
            // then
            assertThat(process).isWaitingAt("Task_WorkOnServiceRequest").hasVariables("serviceRequest", "escalateAt");
            assertThat(opened.dueAt()).isEqualTo(Instant.parse("2026-11-04T09:30:00Z"));
            Task task = task();
            assertThat(task.getPriority()).isEqualTo(65);
            assertThat(task.getDueDate()).isEqualTo(Date.from(opened.dueAt()));
            assertThat(candidates(task)).containsExactly("support");

            // and when
            life.jobs().runDue();

            // then
            for (String reader : List.of("paula@contoso.example", customer, DESK)) {
                assertThat(mail(reader, "Service request opened for Northwind Traders: Mail is slow")).contains(
                        "Paula Pérez of Contoso Cloud opened a service request", "> It takes minutes. <b>${7*7}</b>",
                        "About the service Mail", "Priority: high", "To be solved by 4 November 2026, 09:30 UTC");
            }
            assertThat(mail(customer, "Service request opened")).contains("/organisation/", "/service-requests/" + opened.id());
            assertThat(mail(DESK, "Service request opened")).contains("/support/" + opened.id());

            // and when
            desk.solve(opened.id(), UUID.randomUUID(), "The queue was restarted.", SAM);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassedInOrder("Task_SetDeadlines", "Task_WorkOnServiceRequest",
                    "EndEvent_SolutionFound", "Task_TellBothSides", "EndEvent_ServiceRequestSolved")
                    .hasNotPassed("Task_AnswerQuestion", "Task_EscalateServiceRequest", "Task_ReportWithdrawal");
            assertThat(get().status()).isEqualTo(ServiceRequestStatus.SOLVED);
            assertThat(get().closedAt()).isPresent();
            for (String reader : List.of("paula@contoso.example", customer, DESK)) {
                assertThat(mail(reader, "Service request solved")).contains("Sam Sanders of the provider’s support solved",
                        "> The queue was restarted.").doesNotContain("To be solved by");
            }
        }

        @Test
        void after_a_question_whose_waiting_time_does_not_count() {
            // when
            desk.askBack(opened.id(), UUID.randomUUID(), "Since when?", SAM);
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Task_AnswerQuestion");
            assertThat(get().status()).isEqualTo(ServiceRequestStatus.WAITING_FOR_PARTNER);
            assertThat(candidates(task())).containsExactly("partner-contoso");
            assertThat(mail("paula@contoso.example", "Support asks back"))
                    .contains("> Since when?", "/customers/" + relationship);
            assertThat(mail(customer, "Support asks back")).contains("has a question to Contoso Cloud");

            // and when a day passes, in which nothing is escalated
            life.jobs().pass(Duration.ofDays(1));
            requests.answer(opened.id(), UUID.randomUUID(), "Since Monday.", PAULA);
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Task_WorkOnServiceRequest").hasNotPassed("Task_EscalateServiceRequest");
            assertThat(get().dueAt()).isEqualTo(opened.dueAt().plus(Duration.ofDays(1)));
            assertThat(task().getDueDate()).isEqualTo(Date.from(get().dueAt()));
            assertThat(mail(DESK, "Answer on the service request")).contains("> Since Monday.");

            // and when
            desk.solve(opened.id(), UUID.randomUUID(), "Restarted.", SAM);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_ServiceRequestSolved");
        }

        @Test
        void also_where_the_partner_never_answers() {
            // given
            desk.askBack(opened.id(), UUID.randomUUID(), "Since when?", SAM);
            assertThat(get().answerBy()).contains(Instant.parse("2026-11-05T09:30:00Z"));

            // when
            life.jobs().pass(Duration.ofDays(2).plusMinutes(1));

            // then
            assertThat(process).isWaitingAt("Task_WorkOnServiceRequest").hasPassed("Event_AnswerOverdue", "Task_ReturnToSupport");
            assertThat(get().status()).isEqualTo(ServiceRequestStatus.OPEN);
            assertThat(get().answerBy()).isEmpty();
            assertThat(get().dueAt()).isEqualTo(opened.dueAt().plus(Duration.ofDays(2)));
            assertThat(task().getDueDate()).isEqualTo(Date.from(get().dueAt()));
            assertThat(comments.of(opened.id())).last().satisfies(last -> {
                assertThat(last.kind()).isEqualTo(Comment.Kind.UNANSWERED);
                assertThat(last.author()).isEqualTo(SAM);
            });
            for (String reader : List.of("paula@contoso.example", customer, DESK)) {
                assertThat(mail(reader, "No answer on the service request")).contains(
                        "Contoso Cloud did not answer in time what Sam Sanders");
            }
            assertThatThrownBy(() -> requests.answer(opened.id(), UUID.randomUUID(), "Since Monday.", PAULA))
                    .isInstanceOf(TooLateException.class);

            // and when support goes on, with the time that is left
            life.jobs().pass(Duration.between(clock.instant(), get().dueAt().plus(Duration.ofHours(5))));
            assertThat(process).hasPassed("EndEvent_Escalated");
            desk.solve(opened.id(), UUID.randomUUID(), "Restarted.", SAM);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_ServiceRequestSolved");
        }

        @Test
        void while_support_still_waits_for_an_answer() {
            // given
            desk.askBack(opened.id(), UUID.randomUUID(), "Since when?", SAM);
            UUID solution = UUID.randomUUID();

            // when
            desk.solve(opened.id(), solution, "Found it.", SAM);
            desk.solve(opened.id(), solution, "Found it.", SAM);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("Event_SolvedWithoutAnswer", "EndEvent_SolutionFound",
                    "EndEvent_ServiceRequestSolved").hasNotPassed("Task_ReturnToSupport");
            assertThat(get().status()).isEqualTo(ServiceRequestStatus.SOLVED);
            assertThat(get().answerBy()).isEmpty();
            assertThat(mail(customer, "Service request solved")).contains("> Found it.");
        }
    }

    @Nested
    class Escalated {

        @Test
        void once_with_a_raised_priority_where_support_was_too_slow() {
            // given
            life.jobs().pass(Duration.between(clock.instant(), opened.dueAt().plus(Duration.ofHours(3))));
            assertThat(process).hasNotPassed("Task_EscalateServiceRequest");

            // when
            life.jobs().pass(Duration.ofHours(2));

            // then
            assertThat(process).hasPassed("EndEvent_Escalated").isWaitingAt("Task_WorkOnServiceRequest");
            assertThat(task().getPriority()).isEqualTo(100);
            assertThat(get().escalatedAt()).isPresent();
            for (String reader : List.of("paula@contoso.example", customer, DESK)) {
                assertThat(mail(reader, "Service request escalated")).contains("was not solved in time", "To be solved by");
            }

            // and when it goes to and fro
            desk.askBack(opened.id(), UUID.randomUUID(), "Since when?", SAM);
            requests.answer(opened.id(), UUID.randomUUID(), "Since Monday.", PAULA);
            life.jobs().pass(Duration.ofDays(3));

            // then
            assertThat(task().getPriority()).isEqualTo(100);
            assertThat(TestMail.to(customer).stream().filter(mail -> TestMail.subject(mail).contains("escalated"))).hasSize(1);
        }
    }

    @Nested
    class News_passed_on {

        @Test
        void to_everybody_but_who_said_it() {
            // given
            life.jobs().runDue();
            int before = TestMail.to("paula@contoso.example").size();

            Author ada = new Author(Side.CUSTOMER, EmailAddress.of(customer), "Ada Admin");

            // when
            conversation.comment(opened.id(), UUID.randomUUID(), "It is worse today.", Author.of(PAULA));
            conversation.comment(opened.id(), UUID.randomUUID(), "We agree.", ada);
            life.jobs().runDue();

            // then
            assertThat(process).isWaitingAt("Task_WorkOnServiceRequest").hasPassed("EndEvent_NewsPassedOn");
            assertThat(TestMail.to("paula@contoso.example")).hasSize(before + 1);
            assertThat(mail("paula@contoso.example", "New comment")).contains("Ada Admin of Northwind Traders", "> We agree.");
            assertThat(mail(customer, "New comment")).contains("Paula Pérez of Contoso Cloud", "> It is worse today.");
            assertThat(TestMail.to(DESK)).filteredOn(mail -> TestMail.subject(mail).contains("New comment"))
                    .hasSizeGreaterThan(1);
        }
    }

    @Nested
    class Service_request_withdrawn {

        @Test
        void while_support_waits_for_the_partner() {
            // given
            desk.askBack(opened.id(), UUID.randomUUID(), "Since when?", SAM);

            // when
            requests.withdraw(opened.id(), PAULA);
            requests.withdraw(opened.id(), PAULA);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_ServiceRequestWithdrawn")
                    .hasNotPassed("Task_TellBothSides", "EndEvent_SolutionFound");
            assertThat(get().status()).isEqualTo(ServiceRequestStatus.WITHDRAWN);
            assertThat(mail(DESK, "Service request withdrawn")).contains("took back a service request");
            assertThatThrownBy(() -> desk.solve(opened.id(), UUID.randomUUID(), "Done", SAM))
                    .isInstanceOf(TooLateException.class);
        }
    }
}
