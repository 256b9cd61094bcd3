package io.mandate.identity.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Jobs;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may open what in the running service. */
@ServiceTest
class AccessTests {

    private static final String ENGINE = "/engine/engine/default";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired Invitations invitations;
    @Autowired OwnRequests own;
    @Autowired Requests requests;
    @Autowired ManagementService management;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        UUID northwind = UUID.fromString("00000000-0000-0000-0000-00000000a11c");
        jdbc.sql("insert into customer (id, cloud, identity, country) values (?, 'global', 'access.example', 'US') on conflict do nothing")
                .param(northwind).update();
        accounts.add(Account.ofCustomer(northwind, "nancy@access.example", "Nancy", "{noop}" + People.PASSWORD, "en"));
    }

    @ParameterizedTest(name = "{0}: anybody {1}, partner {2}, process owner {3}, customer {4}, support {5}")
    @CsvSource({
        "/sign-in,                              200, 302, 302, 302, 302",
        "/organisation,                         302, 403, 403, ok,  403",
        "/customers,                            302, ok,  403, 403, 403",
        "/customers/7,                          302, ok,  403, 403, 403",
        "/requests/new,                         302, ok,  403, 403, 403",
        "/overview,                             302, 403, ok,  403, 403",
        "/support,                              302, 403, ok,  403, ok",
        "/support/7,                            302, 403, ok,  403, ok",
        "/customers/7/service-requests/new,     302, ok,  403, 403, 403",
        "/camunda/app/tasklist/default/,        302, 200, 200, 403, 200",
        "/camunda/app/cockpit/default/,         302, 403, 200, 403, 403",
        "/camunda/app/admin/default/,           302, 403, 200, 403, 403",
        "/camunda/app/welcome/default/,         302, 403, 200, 403, 403",
        "/camunda/app/admin/default/setup/,     302, 403, 403, 403, 403",
        "/camunda/lib/deps.js,                  302, 200, 200, 403, 200",
        "/camunda,                              302, 403, ok,  403, 403",
        "/actuator/env,                         302, 404, 404, 404, 404",
        "/no/such/page,                         302, 404, 404, 404, 404",
    })
    void each_page_is_open_to_those_it_is_for(
            String path, String anybody, String partner, String owner, String customer, String support) {
        assertAnswer(new Visitor(port), path, anybody);
        assertAnswer(signedIn("paula@contoso.example"), path, partner);
        assertAnswer(signedIn(People.OLIVIA), path, owner);
        assertAnswer(signedIn("nancy@access.example"), path, customer);
        assertAnswer(signedIn(People.SAM), path, support);
    }

    private static void assertAnswer(Visitor visitor, String path, String expected) {
        int status = visitor.open(path).statusCode();
        if (expected.equals("ok")) {
            assertThat(status).as(path).isNotIn(401, 403);
        } else {
            assertThat(status).as(path).isEqualTo(Integer.parseInt(expected));
        }
    }

    private Visitor signedIn(String username) {
        return Visitor.signedIn(port, username);
    }

    @Nested
    class A_customer {

        @Test
        void comes_to_their_own_organisation() {
            var answer = new Visitor(port).signIn("nancy@access.example", People.PASSWORD);

            assertThat(location(answer)).isEqualTo("/organisation");
        }

        @ParameterizedTest
        @ValueSource(strings = {
            "GET " + ENGINE + "/task", "POST " + ENGINE + "/task", "GET " + ENGINE + "/filter",
            "GET " + ENGINE + "/process-definition", "GET /admin/auth/user/default", "GET /engine/engine/",
            "POST " + ENGINE + "/process-definition/key/invitation/submit-form", "GET " + ENGINE + "/user",
            "POST /admin/setup/default/user/create", "GET /cockpit/plugin/base/default/process-definition/statistics",
        })
        void is_refused_everywhere_in_the_web_apps(String call) {
            Visitor nancy = signedIn("nancy@access.example");

            var answer = nancy.rest(call.split(" ")[0], call.split(" ")[1], "{}");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Nested
    class A_partner {

        @ParameterizedTest
        @ValueSource(strings = {
            "POST " + ENGINE + "/process-definition/key/invitation/start",
            "POST " + ENGINE + "/process-definition/key/grant/start",
            "POST " + ENGINE + "/process-definition/key/grant/submit-form",
            "POST " + ENGINE + "/task/7/complete", "POST " + ENGINE + "/task/7/resolve",
            "POST " + ENGINE + "/task/7/assignee", "POST " + ENGINE + "/task/7/delegate",
            "POST " + ENGINE + "/task/7/identity-links", "POST " + ENGINE + "/task/7/bpmnError",
            "POST " + ENGINE + "/task/7/variables", "PUT " + ENGINE + "/task/7/variables/answer",
            "PUT " + ENGINE + "/task/7/localVariables/answer", "PUT " + ENGINE + "/task/7",
            "POST " + ENGINE + "/task/create", "POST " + ENGINE + "/message",
            "POST " + ENGINE + "/signal", "POST " + ENGINE + "/condition", "POST " + ENGINE + "/deployment/create",
            "GET " + ENGINE + "/process-instance", "POST " + ENGINE + "/process-instance",
            "POST " + ENGINE + "/process-instance/7/modification", "PUT " + ENGINE + "/process-instance/7/variables/answer",
            "GET " + ENGINE + "/history/process-instance", "GET " + ENGINE + "/history/task",
            "GET " + ENGINE + "/history/variable-instance", "POST " + ENGINE + "/history/variable-instance",
            "GET " + ENGINE + "/variable-instance", "POST " + ENGINE + "/variable-instance",
            "GET " + ENGINE + "/execution", "GET " + ENGINE + "/user", "PUT " + ENGINE + "/user/paula@contoso.example/credentials",
            "GET " + ENGINE + "/task/report/candidate-group-count", "GET " + ENGINE + "/task/7/variables",
            "GET " + ENGINE + "/process-definition/statistics", "GET " + ENGINE + "/process-definition/key/invitation/statistics",
            "GET " + ENGINE + "/group", "GET " + ENGINE + "/authorization", "POST " + ENGINE + "/authorization/create",
            "GET " + ENGINE + "/deployment", "GET " + ENGINE + "/job", "POST " + ENGINE + "/job/7/execute",
            "POST " + ENGINE + "/decision-definition/key/acceptance-deadlines/evaluate", "GET " + ENGINE + "/incident",
            "POST " + ENGINE + "/external-task/fetchAndLock", "POST " + ENGINE + "/batch/7", "DELETE " + ENGINE + "/filter/7",
            "GET /cockpit/plugin/base/default/process-definition/statistics", "GET /admin/plugin/adminPlugins/static/app/plugin.js",
        })
        void is_refused_what_tasklist_does_not_need(String call) {
            Visitor paula = signedIn("paula@contoso.example");

            var answer = paula.rest(call.split(" ")[0], call.split(" ")[1], call.startsWith("GET") ? null : "{}");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("This is not open to you");
        }
    }

    @Nested
    class A_forged_form {

        @ParameterizedTest
        @ValueSource(strings = {"/requests", "/requests/7/withdraw", "/customers/7"})
        void is_refused_to_those_who_are_signed_in(String action) {
            Visitor paula = signedIn("paula@contoso.example");

            assertThat(paula.forge(action, Map.of("organisation", "Northwind")).statusCode()).isEqualTo(403);
        }

        @Test
        void does_nothing_on_the_page_behind_a_link() {
            Request request = invitations.request(new NewInvitation("Forged", "admin@forged.example", "en", "US", "global", "",
                    List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), false), People.PAULA);
            invitations.review(request.id(), request.subject(), request.text(), SentBy.MANDATE, People.PAULA);
            new Jobs(management).runDue();
            String page = URI.create(TestMail.link("admin@forged.example")).getPath() + "/reminders";

            new Visitor(port).forge(page, Map.of());
            boolean afterForging = requests.get(request.id()).remindersStopped();
            new Visitor(port).submit(page, page, Map.of());
            own.withdraw(request.id(), People.PAULA);

            assertThat(afterForging).isFalse();
            assertThat(requests.get(request.id()).remindersStopped()).isTrue();
        }

        @Test
        void is_refused_by_the_web_apps_own_protection() {
            Visitor paula = signedIn("paula@contoso.example");
            paula.open("/camunda/app/tasklist/default/");

            var answer = paula.forge("/camunda/api" + ENGINE + "/process-definition/key/invitation/submit-form", Map.of());

            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void the_page_behind_a_link_is_neither_kept_nor_indexed_nor_passed_on() {
        var headers = new Visitor(port).open("/answer/some-token").headers();

        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("X-Robots-Tag").orElse("")).contains("noindex");
    }
}
