package io.mandate.renegotiation.web;

import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.RenegotiationStatus;
import io.mandate.testing.TasklistPerson;
import io.mandate.web.Times;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Partners answer in Tasklist what they are asked about a duty, and nothing else happens there. */
class TasklistDutyTests extends DutyPageTest {

    @Autowired TaskService tasks;
    @Autowired Times times;

    @Test
    void the_partner_confirms_and_the_other_partner_accepts_in_tasklist() {
        // given
        handOver(ada, adas);
        TasklistPerson person = new TasklistPerson(port, PAULA.address().value());
        String confirm = task("Task_ConfirmRenegotiation");

        // then
        assertThat(person.form(confirm)).containsEntry("proposedBy", "Ada Admin, customer").containsEntry("note", "We close.")
                .containsEntry("partners", "").containsEntry("takesEffectAt", times.moment(newest().takesEffectAt(), Locale.ENGLISH))
                .allSatisfy((field, value) -> assertThat(String.valueOf(value)).doesNotContain("abrikam"));

        // and when
        person.claim(confirm);
        HttpResponse<String> undecided = person.complete(confirm, Map.of("decision", ""));

        // then
        assertThat(undecided.body()).contains("Please choose whether you confirm or decline");

        // and when
        assertThat(person.complete(confirm, Map.of("decision", "confirmed")).statusCode()).isLessThan(300);

        // then
        assertThat(newest().confirmedBy()).isEqualTo(PAULA.name());
        TasklistPerson other = new TasklistPerson(port, FIONA.address().value());
        String accept = task("Task_AcceptDuty");
        assertThat(person.complete(accept, Map.of("decision", "accepted")).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(other.form(accept)).containsEntry("note", "Please help us.")
                .containsEntry("answerUntil", times.moment(newest().answerUntil(), Locale.ENGLISH))
                .allSatisfy((field, value) -> assertThat(String.valueOf(value)).doesNotContain("ontoso", "Paula"));

        // and when
        other.claim(accept);
        assertThat(other.complete(accept, Map.of("decision", "accepted")).statusCode()).isLessThan(300);

        // then
        assertThat(newest().status()).isEqualTo(RenegotiationStatus.AGREED);
        assertThat(newest().acceptedBy()).isEqualTo(FIONA.name());
    }

    @Test
    void both_decline_in_tasklist_with_their_reasons() {
        // given
        handOver(ada, adas);
        TasklistPerson person = new TasklistPerson(port, PAULA.address().value());
        person.claim(task("Task_ConfirmRenegotiation"));

        // when
        person.complete(task("Task_ConfirmRenegotiation"), Map.of("decision", "declined", "text", "We stay."));

        // then
        assertThat(newest().status()).isEqualTo(RenegotiationStatus.DECLINED);
        assertThat(newest().reason()).isEqualTo("We stay.");

        // and when
        handOver(ada, adas);
        act(paula, paulas, "confirm");
        TasklistPerson other = new TasklistPerson(port, FIONA.address().value());
        other.claim(task("Task_AcceptDuty"));
        HttpResponse<String> tooLong = other.complete(
                task("Task_AcceptDuty"), Map.of("decision", "declined", "text", "x".repeat(1001)));
        other.complete(task("Task_AcceptDuty"), Map.of("decision", "declined", "text", "We are full."));

        // then
        assertThat(tooLong.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(newest().status()).isEqualTo(RenegotiationStatus.NOT_ACCEPTED);
        assertThat(newest().reason()).isEqualTo("We are full.");
    }

    @Test
    void what_is_written_there_is_cleaned_as_on_the_page() {
        // given
        handOver(ada, adas);
        TasklistPerson person = new TasklistPerson(port, PAULA.address().value());
        person.claim(task("Task_ConfirmRenegotiation"));

        // when: counted with both characters of its line breaks it were too long
        assertThat(person.complete(task("Task_ConfirmRenegotiation"),
                Map.of("decision", "declined", "text", "x\u0000\r\n".repeat(500))).statusCode()).isLessThan(300);

        // then
        assertThat(newest().reason()).isEqualTo("x\n".repeat(500).strip());

        // and when
        handOver(ada, adas);
        act(paula, paulas, "confirm");
        TasklistPerson other = new TasklistPerson(port, FIONA.address().value());
        other.claim(task("Task_AcceptDuty"));
        other.complete(task("Task_AcceptDuty"), Map.of("decision", "declined", "text", "We are\r\n\u0000full."));

        // then
        assertThat(newest().reason()).isEqualTo("We are\nfull.");
    }

    @Test
    void neither_the_side_that_proposed_nor_another_partner_is_offered_it() {
        // given
        release(paula, paulas, "");
        String task = task("Task_ConfirmRenegotiation");

        // then
        for (String address : new String[] {PAULA.address().value(), FIONA.address().value()}) {
            assertThat(new TasklistPerson(port, address).complete(task, Map.of("decision", "confirmed")).statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(newest().status()).isEqualTo(RenegotiationStatus.PROPOSED);
    }

    private String task(String id) {
        return tasks.createTaskQuery().taskDefinitionKey(id)
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult().getId();
    }
}
