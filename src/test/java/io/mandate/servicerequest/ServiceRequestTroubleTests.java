package io.mandate.servicerequest;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.EmailAddress;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** A service request while mails fail, and what is sent twice. */
class ServiceRequestTroubleTests extends ServiceRequestTest {

    @Test
    void what_is_said_or_solved_twice_counts_once() {
        // given
        UUID said = UUID.randomUUID();
        conversation.comment(opened.id(), said, "Please hurry", Author.of(PAULA));
        conversation.comment(opened.id(), said, "Please hurry", Author.of(PAULA));
        UUID solution = UUID.randomUUID();

        // when
        desk.solve(opened.id(), solution, "Done", SAM);
        desk.solve(opened.id(), solution, "Done", SAM);

        // then
        assertThat(comments.of(opened.id())).extracting(Comment::kind)
                .containsExactly(Comment.Kind.OPENED, Comment.Kind.COMMENT, Comment.Kind.SOLUTION);
        assertThatThrownBy(() -> desk.askBack(opened.id(), UUID.randomUUID(), "Why?", SAM))
                .isInstanceOf(TooLateException.class).hasMessageContaining("solved by now");
        assertThatThrownBy(() -> requests.withdraw(opened.id(), PAULA)).isInstanceOf(TooLateException.class);
        assertThatThrownBy(() -> conversation.comment(opened.id(), UUID.randomUUID(), "Thanks", Author.of(PAULA)))
                .isInstanceOf(TooLateException.class);
    }

    @Test
    void a_solution_of_what_an_operator_deleted_changes_nothing() {
        // given
        engine.getRuntimeService().deleteProcessInstance(process.getId(), "by an operator");

        // when
        assertThatThrownBy(() -> desk.solve(opened.id(), UUID.randomUUID(), "Done", SAM))
                .isInstanceOf(ConcurrencyFailureException.class).hasMessageContaining("Task_WorkOnServiceRequest");

        // then
        assertThat(get().status()).isEqualTo(ServiceRequestStatus.OPEN);
        assertThat(comments.of(opened.id())).extracting(Comment::kind).containsExactly(Comment.Kind.OPENED);
    }

    @Test
    void an_escalation_is_not_held_up_by_its_mails_nor_holds_up_the_solution() {
        // given
        life.jobs().runDue();
        TestMail.failFor(DESK);
        life.jobs().passWithFailures(Duration.between(clock.instant(), opened.dueAt().plus(Duration.ofHours(5))));

        // then it is escalated all the same
        assertThat(process).hasPassed("EndEvent_Escalated");
        assertThat(get().escalatedAt()).isPresent();
        assertThat(task().getPriority()).isEqualTo(100);
        assertThat(engine.getTaskService().getVariable(task().getId(), "conversation").toString()).contains("was escalated");

        // and when
        desk.solve(opened.id(), UUID.randomUUID(), "Done", SAM);

        // then
        assertThat(process).hasPassed("EndEvent_SolutionFound").isWaitingAt("Task_TellBothSides");
        TestMail.acceptAll();
        life.jobs().pass(Duration.ofHours(3));
        assertThat(process).isEnded();
        assertThat(mail(DESK, "Service request escalated")).contains("was not solved in time");
    }

    @Test
    void an_address_that_is_refused_for_good_keeps_nobody_else_from_hearing() {
        // given
        TestMail.refuse(customer);
        TestMail.refuse("paula@contoso.example");

        // when
        life.jobs().runDue();
        conversation.comment(opened.id(), UUID.randomUUID(), "Never mind the first.",
                new Author(Side.CUSTOMER, EmailAddress.of("boss@" + customer.substring(4)), "Ben Boss"));
        life.jobs().runDue();

        // then
        assertThat(mail(DESK, "Service request opened for Northwind Traders: Mail is slow")).contains("/support/" + opened.id());
        assertThat(mail(DESK, "New comment")).contains("> Never mind the first.");
        assertThat(TestMail.to(customer)).noneMatch(mail -> TestMail.subject(mail).contains("Service request opened"));

        // and when
        desk.solve(opened.id(), UUID.randomUUID(), "Done", SAM);
        life.jobs().runDue();

        // then
        assertThat(process).isEnded().hasPassed("EndEvent_ServiceRequestSolved");
        assertThat(mail(DESK, "Service request solved")).contains("> Done");
    }

    @Test
    void news_go_out_although_an_older_one_fails_for_somebody() {
        // given
        TestMail.failFor(customer);

        // when
        conversation.comment(opened.id(), UUID.randomUUID(), "It is worse today.", Author.of(PAULA));
        life.jobs().passWithFailures(Duration.ofMinutes(5));

        // then
        assertThat(mail(DESK, "Service request opened")).contains("/support/" + opened.id());
        assertThat(mail(DESK, "New comment")).contains("> It is worse today.", "/support/" + opened.id());

        // and when
        TestMail.acceptAll();
        life.jobs().pass(Duration.ofHours(1));

        // then
        assertThat(mail(customer, "Service request opened")).contains("/service-requests/" + opened.id());
        assertThat(TestMail.to(DESK).stream().filter(mail -> TestMail.text(mail).contains("/support/" + opened.id())
                && TestMail.subject(mail).contains("New comment"))).hasSize(1);
    }

    @Test
    void mails_go_out_later_where_the_mail_server_fails_while_support_works_on() {
        // given
        TestMail.failFor(DESK);
        life.jobs().passWithFailures(Duration.ofMinutes(5));

        // when
        desk.solve(opened.id(), UUID.randomUUID(), "Done", SAM);

        // then
        assertThat(get().status()).isEqualTo(ServiceRequestStatus.SOLVED);

        // and when
        TestMail.acceptAll();
        life.jobs().pass(Duration.ofHours(1));

        // then
        assertThat(process).isEnded();
        assertThat(mail(DESK, "Service request solved")).contains("> Done");
        assertThat(TestMail.to(customer).stream().filter(mail -> TestMail.subject(mail).contains("Service request opened")))
                .hasSize(1);
    }
}
