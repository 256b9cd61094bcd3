package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.customers.Customers;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Request;
import io.mandate.request.Dossiers;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.StatementCount;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.annotation.Autowired;

/** An id of somebody else's takes the same statements as one that nothing has: how long it takes tells nothing either. */
class ForeignIdCostTests extends CostTest {

    @Autowired Lifecycle life;
    @Autowired StatementCount count;
    @Autowired Dossiers dossiers;
    @Autowired Customers customers;
    @Autowired AuthorizationService rights;
    @Autowired TaskService tasks;

    @Override
    void count(String database) {
        Request theirs = life.draft(FIONA, Lifecycle.newAddress(), MAIL);
        String task = tasks.createTaskQuery().processInstanceBusinessKey(theirs.relationshipId().toString()).singleResult().getId();

        same(theirs.id(), (id, partner) -> dossiers.readBy(id, partner));
        same(theirs.id(), (id, partner) -> dossiers.ofPartner(id, partner));
        same(theirs.relationshipId(), (id, partner) -> customers.get(partner, id));
        same(theirs.relationshipId(), (id, partner) -> customers.readBy(partner, id));
        assertThat(ofTask(task)).isEqualTo(ofTask(UUID.randomUUID().toString())).isNotEmpty();
    }

    private void same(UUID foreign, BiConsumer<UUID, String> reading) {
        assertThat(statements(foreign, reading)).isEqualTo(statements(UUID.randomUUID(), reading)).hasSize(1);
    }

    private List<String> statements(UUID id, BiConsumer<UUID, String> reading) {
        count.take();
        assertThatThrownBy(() -> reading.accept(id, PAULA.partnerId())).isInstanceOf(NotFoundException.class);
        return count.take().statements();
    }

    /** What is asked before anything about a task is answered. */
    private List<String> ofTask(String task) {
        count.take();
        assertThat(rights.isUserAuthorized(PAULA.address().value(), List.of("partners", "partner-contoso"), Permissions.READ, Resources.TASK, task))
                .isFalse();
        return count.take().statements();
    }
}
