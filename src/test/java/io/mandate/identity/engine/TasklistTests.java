package io.mandate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.relationship.PartnerStaff;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What partners see and do in Tasklist, through the calls that it makes. */
@ServiceTest
class TasklistTests {

    private static final String PAULA = "paula@contoso.example";
    private static final String FIONA = "fiona@fabrikam.example";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired IdentityService identities;
    @Autowired AuthorizationService authorizations;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
    }

    @AfterEach
    void nothingLeft() {
        runtime.createProcessInstanceQuery().list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of test"));
    }

    @Nested
    class Tasks {

        @Test
        void are_seen_and_counted_by_the_staff_of_their_partner_only() {
            String contosos = task(People.PAULA, "tasks-one.example");
            String fabrikams = task(People.FIONA, "tasks-two.example");

            for (String username : List.of(PAULA, People.CARL)) {
                Visitor staff = Visitor.signedIn(port, username);
                assertThat(ids(staff.engine("POST", "/task", "{}"))).containsExactly(contosos);
                assertThat(staff.engine("POST", "/task/count", "{}").get("count").asInt()).isOne();
                assertThat(ids(staff.engine("POST", "/filter/" + filter(staff) + "/list", "{}"))).containsExactly(contosos);
                assertThat(staff.engine("GET", "/filter/" + filter(staff) + "/count", null).get("count").asInt()).isOne();
                assertThat(staff.rest("GET", "/engine/engine/default/task/" + fabrikams, null).statusCode()).isEqualTo(404);
                assertThat(staff.rest("GET", "/engine/engine/default/task/" + fabrikams + "/form-variables", null).statusCode())
                        .isEqualTo(404);
            }
            assertThat(ids(Visitor.signedIn(port, FIONA).engine("POST", "/task", "{}"))).containsExactly(fabrikams);
            assertThat(ids(Visitor.signedIn(port, People.OLIVIA).engine("POST", "/task", "{}")))
                    .containsExactlyInAnyOrder(contosos, fabrikams);
        }

        @Test
        void are_claimed_and_given_back_by_oneself() {
            String task = task(People.PAULA, "claim.example");
            Visitor paula = Visitor.signedIn(port, PAULA);

            int forAnother = claim(paula, task, FIONA);
            int forOneself = claim(paula, task, PAULA);
            Task claimed = tasks.createTaskQuery().taskId(task).singleResult();
            int back = paula.rest("POST", "/engine/engine/default/task/" + task + "/unclaim", "{}").statusCode();

            assertThat(forAnother).isEqualTo(403);
            assertThat(forOneself).isEqualTo(204);
            assertThat(claimed.getAssignee()).isEqualTo(PAULA);
            assertThat(back).isEqualTo(204);
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
        }

        @Test
        void of_others_can_be_neither_claimed_nor_completed() {
            String task = task(People.PAULA, "others.example");
            Visitor fiona = Visitor.signedIn(port, FIONA);

            int claim = claim(fiona, task, FIONA);
            int submit = fiona.rest("POST", "/engine/engine/default/task/" + task + "/submit-form", "{}").statusCode();

            assertThat(claim).isEqualTo(404);
            assertThat(submit).isEqualTo(404);
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
        }

        private int claim(Visitor visitor, String task, String user) {
            return visitor.rest("POST", "/engine/engine/default/task/" + task + "/claim", "{\"userId\": \"" + user + "\"}")
                    .statusCode();
        }
    }

    @Nested
    class Rights {

        @Test
        void of_partners_exist_on_the_invitation_only() {
            Visitor paula = Visitor.signedIn(port, PAULA);

            var startable = paula.engine("GET", "/process-definition?startablePermissionCheck=true&startableInTasklist=true&latestVersion=true", null);
            var readable = paula.engine("GET", "/process-definition", null);

            assertThat(startable).extracting(definition -> definition.get("key").asText()).containsExactly("invitation");
            assertThat(readable).extracting(definition -> definition.get("key").asText()).containsOnly("invitation");
        }

        @Test
        void are_made_once_however_many_nodes_start(@Autowired EngineRights rights) {
            long before = authorizations.createAuthorizationQuery().count();

            rights.run(null);
            rights.run(null);

            assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
        }
    }

    @Nested
    class The_engines_user {

        @Test
        void follows_the_account_at_each_sign_in() {
            Visitor.signedIn(port, PAULA);
            identities.createMembership(PAULA, "camunda-admin");
            identities.deleteMembership(PAULA, "partner-contoso");

            Visitor.signedIn(port, PAULA);

            assertThat(identities.createGroupQuery().groupMember(PAULA).list()).extracting("id")
                    .containsExactlyInAnyOrder("partners", "partner-contoso");
            assertThat(identities.createUserQuery().userId(PAULA).singleResult())
                    .satisfies(user -> {
                        assertThat(user.getFirstName()).isEqualTo("Paula Pérez");
                        assertThat(user.getLastName()).isEmpty();
                    });
        }

        @Test
        void has_no_password_that_anybody_knows() {
            Visitor.signedIn(port, PAULA);

            assertThat(identities.checkPassword(PAULA, People.PASSWORD)).isFalse();
        }
    }

    private String task(PartnerStaff staff, String domain) {
        var request = invitations.request(new NewInvitation("Organisation", "admin@" + domain, "en", "US", "global", "",
                List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), false), staff);
        return tasks.createTaskQuery().processInstanceBusinessKey(request.relationshipId().toString()).singleResult().getId();
    }

    private static String filter(Visitor visitor) {
        JsonNode filters = visitor.engine("GET", "/filter?resourceType=Task", null);
        assertThat(filters).hasSize(1);
        assertThat(filters.get(0).get("name").asText()).isEqualTo("All my tasks");
        return filters.get(0).get("id").asText();
    }

    private static List<String> ids(JsonNode list) {
        return list.findValuesAsText("id");
    }
}
