package io.mandate.account.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator of a partner locks people, changes what they may do and removes them, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class ChangedPeopleTests {

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired Lifecycle life;
    @Autowired TaskService tasks;
    @Autowired IdentityService identities;

    private Staff staff;
    private Visitor ann;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        staff = Staff.join(partners, accounts);
        ann = Visitor.signedIn(port, staff.ann());
    }

    @Nested
    class Locking {

        @Test
        void ends_the_persons_sessions_at_their_next_request_and_unlocking_lets_them_in_again() {
            Visitor bob = Visitor.signedIn(port, staff.bob());
            assertThat(bob.rest("GET", "/engine/engine/default/task", null).statusCode()).isEqualTo(200);

            assertThat(location(act("lock", staff.bob()))).isEqualTo("/people");

            assertThat(ann.open("/people").body()).contains("The account is locked: " + staff.bob(), "Unlock");
            assertThat(bob.rest("GET", "/engine/engine/default/task", null).statusCode()).isEqualTo(401);
            assertThat(location(bob.open("/customers"))).isEqualTo("/sign-in");
            assertThat(location(bob.signIn(staff.bob(), People.PASSWORD))).isEqualTo("/sign-in?refused");
            assertThat(accounts.ofPartner(staff.partner())).extracting(Account::username).containsExactly(staff.ann());

            act("unlock", staff.bob());

            assertThat(location(bob.signIn(staff.bob(), People.PASSWORD))).isEqualTo("/customers");
        }

        @Test
        void takes_the_persons_groups_in_the_engine_and_leaves_their_tasks_to_colleagues() {
            Visitor.signedIn(port, staff.bob());
            Request draft = life.draft(People.PAULA, Lifecycle.newAddress(), Lifecycle.MAIL);
            String task = tasks.createTaskQuery().processInstanceBusinessKey(draft.relationshipId().toString()).singleResult().getId();
            tasks.setAssignee(task, staff.bob());

            act("lock", staff.bob());

            assertThat(identities.createGroupQuery().groupMember(staff.bob()).count()).isZero();
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
        }

        @Test
        void twice_is_no_mistake_and_an_old_page_does_nothing() {
            act("lock", staff.bob());
            assertThat(answer("lock", staff.bob(), 0)).contains("The account is locked");
            act("unlock", staff.bob());

            assertThat(answer("lock", staff.bob(), 0)).contains("changed by somebody else in the meantime");
            assertThat(accounts.find(staff.bob())).map(Account::locked).contains(false);
        }

        @Test
        void is_never_done_to_oneself_or_to_the_last_administrator() {
            assertThat(answer("lock", staff.ann(), 0)).contains("You cannot do this to your own account");
            act("lock", staff.bob());

            Visitor olivia = Visitor.signedIn(port, People.OLIVIA);
            olivia.submit("/accounts", "/accounts/lock", fields(staff.ann()));

            assertThat(olivia.open("/accounts").body()).contains("is the last administrator who may sign in");
            assertThat(accounts.find(staff.ann())).map(Account::locked).contains(false);
        }

        @ParameterizedTest
        @ValueSource(strings = {"fiona@fabrikam.example", "olivia@mandate.example", "nobody@nowhere.example", "", "<script>", "${7*7}"})
        void others_are_not_found(String other) {
            var answer = ann.submit("/people", "/people/lock", Map.of("username", other, "version", "0"));

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("<script>", "fabrikam");
            assertThat(accounts.find("fiona@fabrikam.example")).map(Account::locked).contains(false);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "-1", "99999999999", "1.0"})
        void a_version_that_is_none_does_nothing(String version) {
            ann.submit("/people", "/people/lock", Map.of("username", staff.bob(), "version", version));

            assertThat(accounts.find(staff.bob())).map(Account::locked).contains(false);
        }

        @Test
        void cannot_be_forged() {
            assertThat(ann.forge("/people/lock", Map.of("username", staff.bob(), "version", "0")).statusCode()).isEqualTo(403);
            assertThat(accounts.find(staff.bob())).map(Account::locked).contains(false);
        }
    }

    @Nested
    class Changing_the_role {

        @Test
        void counts_at_the_next_request() {
            Visitor bob = Visitor.signedIn(port, staff.bob());
            assertThat(bob.open("/people").statusCode()).isEqualTo(200);

            role(staff.bob(), "PARTNER_AGENT");

            assertThat(location(bob.open("/people"))).isEqualTo("/sign-in");
            bob.signIn(staff.bob(), People.PASSWORD);
            assertThat(bob.open("/people").statusCode()).isEqualTo(403);
            assertThat(jdbc.sql("select former_role || ' ' || role from account_act where about = ?").param(staff.bob()).query(String.class).list())
                    .containsExactly("PARTNER_ADMINISTRATOR PARTNER_AGENT");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PROCESS_OWNER", "SUPPORT", "AUDITOR", "CUSTOMER", "", "administrator"})
        void leads_to_no_role_outside_the_partner(String role) {
            role(staff.bob(), role);

            assertThat(accounts.find(staff.bob())).map(Account::role).contains(Role.PARTNER_ADMINISTRATOR);
        }

        @Test
        void is_not_done_to_oneself() {
            assertThat(role(staff.ann(), "PARTNER_AGENT")).contains("You cannot do this to your own account");
            assertThat(accounts.find(staff.ann())).map(Account::role).contains(Role.PARTNER_ADMINISTRATOR);
        }

        private String role(String username, String role) {
            Map<String, String> fields = new HashMap<>(fields(username));
            fields.put("role", role);
            ann.submit("/people", "/people/role", fields);
            return ann.open("/people").body();
        }
    }

    @Nested
    class Removing {

        @Test
        void takes_a_locked_account_away_with_who_it_was() {
            assertThat(answer("remove", staff.bob(), 0)).contains("changed by somebody else");
            assertThat(accounts.find(staff.bob())).isPresent();
            act("lock", staff.bob());

            act("remove", staff.bob());

            assertThat(accounts.find(staff.bob())).isEmpty();
            assertThat(jdbc.sql("select count(*) from account_act where actor = :bob or about = :bob").param("bob", staff.bob())
                    .query(Integer.class).single()).isZero();
            assertThat(jdbc.sql("select kind from account_act where partner_id = ? order by at").param(staff.partner()).query(String.class).list())
                    .containsExactly("LOCKED", "REMOVED");
            assertThat(jdbc.sql("select count(*) from act_id_user where id_ = ?").param(staff.bob()).query(Integer.class).single()).isZero();
        }
    }

    private HttpResponse<String> act(String what, String username) {
        return ann.submit("/people", "/people/" + what, fields(username));
    }

    private Map<String, String> fields(String username) {
        return Map.of("username", username, "version", Integer.toString(accounts.find(username).orElseThrow().version()));
    }

    private String answer(String what, String username, int version) {
        ann.submit("/people", "/people/" + what, Map.of("username", username, "version", Integer.toString(version)));
        return ann.open("/people").body();
    }
}
