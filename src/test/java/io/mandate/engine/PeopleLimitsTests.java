package io.mandate.engine;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What process owners cannot do to instances, and partners cannot ask about them. */
@ServiceTest
@Import(Lifecycle.class)
class PeopleLimitsTests {

    private static final String ENGINE = "/engine/engine/default";

    @Autowired Lifecycle life;
    @Autowired RuntimeService runtime;
    @Autowired OwnRequests own;
    @LocalServerPort int port;

    private Visitor olivia;
    private Visitor paula;

    @BeforeEach
    void people(@Autowired Partners partners, @Autowired Accounts accounts) {
        People.join(partners, accounts);
        olivia = Visitor.signedIn(port, People.OLIVIA);
        paula = Visitor.signedIn(port, PAULA.address().value());
    }

    @Test
    void an_instance_of_a_relationship_is_not_deleted() {
        Request request = life.draft(PAULA, Lifecycle.newAddress(), Lifecycle.MAIL);
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.relationshipId().toString())
                .singleResult().getId();

        HttpResponse<String> refused = olivia.rest("DELETE", ENGINE + "/process-instance/" + instance, null);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("whose record would not follow");
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isOne();
        own.withdraw(request.id(), PAULA);
    }

    @Test
    void an_instance_that_belongs_to_no_relationship_is_deleted() {
        String instance = runtime.startProcessInstanceByKey("service-check").getId();

        assertThat(olivia.rest("DELETE", ENGINE + "/process-instance/" + instance, null).statusCode()).isEqualTo(204);

        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"processInstanceBusinessKeyLike\": \"%\"}",
        "{\"processVariables\": [{\"name\": \"request\", \"operator\": \"like\", \"value\": \"%\"}]}",
        "{\"orQueries\": [{\"processInstanceBusinessKeyLike\": \"%\"}]}",
        "{\"sorting\": [{\"sortBy\": \"processVariable\", \"sortOrder\": \"asc\", \"parameters\": {\"variable\": \"request\", \"type\": \"String\"}}]}",
    })
    void what_is_behind_a_task_is_asked_for_by_process_owners_only(String query) {
        String filter = paula.engine("GET", "/filter", null).get(0).get("id").asText();

        for (String path : List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count")) {
            HttpResponse<String> refused = paula.rest("POST", ENGINE + path, query);
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(refused.body()).contains("neither by variables of the process nor by its business key");
            assertThat(olivia.rest("POST", ENGINE + path, query).statusCode()).as(path).isEqualTo(200);
        }
    }
}
