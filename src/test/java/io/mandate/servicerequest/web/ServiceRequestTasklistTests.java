package io.mandate.servicerequest.web;

import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.servicerequest.Comment;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestStatus;
import io.mandate.testing.People;
import io.mandate.testing.TasklistPerson;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Support and partners may work on service requests in Tasklist instead of on their pages. */
class ServiceRequestTasklistTests extends ServiceRequestPageTest {

    @Autowired RuntimeService runtime;

    private ServiceRequest one;
    private TasklistPerson desk;

    @BeforeEach
    void nothing_but_one_request() {
        clear();
        one = opened();
        desk = new TasklistPerson(port, People.SAM);
    }

    @AfterEach
    void clear() {
        runtime.createProcessInstanceQuery().rootProcessInstances().list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of test"));
    }

    @Test
    void support_asks_back_the_partner_answers_and_support_solves_it() {
        // given
        TasklistPerson partner = new TasklistPerson(port, PAULA.address().value());
        TasklistPerson other = new TasklistPerson(port, FIONA.address().value());
        assertThat(Stream.of(partner, other).map(TasklistPerson::tasks)).allMatch(java.util.List::isEmpty);
        assertThat(desk.form(desk.task())).containsEntry("subject", "Mail is slow").containsEntry("service", "mail")
                .hasEntrySatisfying("conversation", said -> assertThat(said.toString()).contains("It takes minutes."));

        // when
        done(desk.complete(desk.task(), Map.of("decision", "askedBack", "text", "Since when?")));

        // then
        assertThat(desk.tasks()).isEmpty();
        assertThat(other.tasks()).isEmpty();
        assertThat(partner.tasks()).containsExactly("Answer question");
        assertThat(register.get(one.id()).status()).isEqualTo(ServiceRequestStatus.WAITING_FOR_PARTNER);

        // and when
        done(partner.complete(partner.task(), Map.of("text", "Since Monday.")));
        done(desk.complete(desk.task(), Map.of("decision", "solved", "text", "Restarted.")));
        life.jobs().runDue();

        // then
        assertThat(register.get(one.id()).status()).isEqualTo(ServiceRequestStatus.SOLVED);
        assertThat(comments.of(one.id())).extracting(Comment::kind).containsExactly(
                Comment.Kind.OPENED, Comment.Kind.QUESTION, Comment.Kind.ANSWER, Comment.Kind.SOLUTION);
        assertThat(comments.of(one.id())).extracting(said -> said.author().name())
                .containsExactly("Paula Pérez", "Sam Sanders", "Paula Pérez", "Sam Sanders");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void the_form_shows_what_was_said_since_the_task_was_there() {
        // given
        String task = desk.task();
        desk.claim(task);

        // when
        say(ada, ofCustomer(one), "", "It is solved by now.");

        // then
        assertThat(desk.form(task).get("conversation").toString()).contains("It takes minutes.", "It is solved by now.");

        // and when the partner is to answer
        done(desk.complete(task, Map.of("decision", "askedBack", "text", "Since when?")));
        say(sam, ofSupport(one), "comment", "Never mind.");

        // then
        TasklistPerson partner = new TasklistPerson(port, PAULA.address().value());
        assertThat(partner.form(partner.task()).get("conversation").toString()).contains("Since when?", "Never mind.");
    }

    @ParameterizedTest
    @CsvSource({
        "solved, '', Please write something first", "later, Done, Please choose whether you ask back or have solved it",
        "'', Done, Please choose whether you ask back or have solved it",
    })
    void what_is_filled_in_wrongly_is_told_and_changes_nothing(String decision, String text, String why) {
        HttpResponse<String> answer = desk.complete(desk.task(), Map.of("decision", decision, "text", text));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
        assertThat(register.get(one.id()).status()).isEqualTo(ServiceRequestStatus.OPEN);
        assertThat(desk.complete(desk.task(), Map.of("decision", "solved", "text", "Done", "answer", "solved")).statusCode())
                .isEqualTo(400);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
    }
}
