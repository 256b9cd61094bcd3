package io.mandate.engine;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.engine.WaitingInstances.Matter;
import io.mandate.invitation.InvitationProcess;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

/** Two requests of one relationship wait at the same task. */
@MandateTest
class WaitingInstancesTests {

    private static final String TASK = InvitationProcess.TASK_REVIEW_INVITATION;
    private static final String VARIABLE = InvitationProcess.REQUEST;

    @Autowired Lifecycle life;
    @Autowired WaitingInstances waiting;
    @Autowired TaskService tasks;

    @Test
    void the_one_that_is_meant_goes_on_and_the_other_stays() {
        String address = Lifecycle.newAddress();
        Request one = life.draft(PAULA, address, MAIL);
        Request other = life.draft(PAULA, address, INFRASTRUCTURE);
        assertThat(other.relationshipId()).isEqualTo(one.relationshipId());
        assertThat(waitFor(one)).hasSize(1);
        assertThat(waitFor(other)).hasSize(1);
        // What a task holds for itself is not what its instance is about.
        tasks.setVariableLocal(waitFor(other).get(0).getId(), VARIABLE, one.id().toString());

        life.reviewed(one, PAULA, SentBy.MANDATE);

        assertThat(waitFor(one)).isEmpty();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(one.relationshipId().toString()).list()).hasSize(1);
    }

    @Test
    void nothing_waits_for_another_request_or_relationship_or_at_another_task() {
        Request one = life.draft(PAULA, Lifecycle.newAddress(), MAIL);

        for (Matter wrong : List.of(matter(one, UUID.randomUUID()), new Matter(UUID.randomUUID(), VARIABLE, one.id()),
                new Matter(one.relationshipId(), "other", one.id()))) {
            assertThatThrownBy(() -> waiting.complete(TASK, wrong, Map.of())).isInstanceOf(ConcurrencyFailureException.class);
        }
        assertThatThrownBy(() -> waiting.complete("Task_Answer", matter(one, one.id()), Map.of()))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(waitFor(one)).hasSize(1);
    }

    private static Matter matter(Request request, UUID id) {
        return new Matter(request.relationshipId(), VARIABLE, id);
    }

    private List<Task> waitFor(Request request) {
        return tasks.createTaskQuery().taskDefinitionKey(TASK).processVariableValueEquals(VARIABLE, request.id().toString()).list();
    }
}
