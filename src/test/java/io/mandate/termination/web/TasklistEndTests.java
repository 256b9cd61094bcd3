package io.mandate.termination.web;

import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.RelationshipStatus;
import io.mandate.testing.TasklistPerson;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The partner confirms in Tasklist what the customer asked for, and nothing else happens there. */
class TasklistEndTests extends EndPageTest {

    @Autowired TaskService tasks;

    @Test
    void the_partner_confirms_in_tasklist() {
        // given
        ask(ada, adas, "We close.");
        TasklistPerson person = new TasklistPerson(port, PAULA.address().value());

        // then
        assertThat(person.form(task())).containsEntry("askedBy", "Ada Admin, customer").containsEntry("reason", "We close.");

        // and when
        person.claim(task());
        HttpResponse<String> unticked = person.complete(task(), Map.of("confirmed", false));
        HttpResponse<String> empty = person.complete(task(), Map.of());

        // then
        assertThat(unticked.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(unticked.body()).contains("Please tick that the relationship is to end now");
        assertThat(empty.body()).contains("Please tick that the relationship is to end now");
        assertThat(newest().isOpen()).isTrue();

        // and when
        HttpResponse<String> confirmed = person.complete(task(), Map.of("confirmed", true));

        // then
        assertThat(confirmed.statusCode()).isLessThan(300);
        assertThat(newest().closedBy()).isEqualTo(PAULA.name());
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
    }

    @Test
    void what_is_open_is_named_in_tasklist_too() {
        // given
        ask(ada, adas, "");
        matters.open("Service request 17");
        TasklistPerson person = new TasklistPerson(port, PAULA.address().value());
        person.claim(task());

        // when
        HttpResponse<String> refused = person.complete(task(), Map.of("confirmed", true));

        // then
        assertThat(refused.body()).contains("Please settle first what is open: Service request 17");
        assertThat(newest().isOpen()).isTrue();
        assertThat(newest().closedBy()).isEmpty();
    }

    @Test
    void neither_the_side_that_asked_nor_another_partner_is_offered_it() {
        // given
        ask(paula, paulas, "");

        // then
        assertThat(new TasklistPerson(port, PAULA.address().value()).tasks()).doesNotContain(task());
        assertThat(new TasklistPerson(port, PAULA.address().value()).complete(task(), Map.of("confirmed", true)).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(new TasklistPerson(port, FIONA.address().value()).complete(task(), Map.of("confirmed", true)).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(newest().isOpen()).isTrue();
    }

    private String task() {
        return tasks.createTaskQuery().taskDefinitionKey("Task_ConfirmEnd")
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult().getId();
    }
}
