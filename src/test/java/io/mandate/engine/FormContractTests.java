package io.mandate.engine;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.request.OwnRequests;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms submitted through the web apps' REST API of the running service, with more in them than belongs there. */
@ServiceTest
class FormContractTests {

    private static final String ENGINE = "/engine/engine/default";
    private static final String START = ENGINE + "/process-definition/key/invitation/submit-form";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired OwnRequests own;
    @Autowired Requests requests;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired JdbcClient jdbc;

    private Visitor paula;
    private Visitor olivia;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        paula = Visitor.signedIn(port, PAULA.address().value());
        olivia = Visitor.signedIn(port, People.OLIVIA);
    }

    @AfterEach
    void nothingLeft() {
        runtime.createProcessInstanceQuery().list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of test"));
    }

    @Nested
    class A_start {

        @Test
        void with_the_fields_of_the_form_records_a_request_and_keeps_only_what_the_next_form_shows() {
            var answer = paula.rest("POST", START, form("start-one.example", ""));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Task review = tasks.createTaskQuery().singleResult();
            assertThat(review.getName()).isEqualTo("Review invitation");
            assertThat(runtime.createVariableInstanceQuery().list()).extracting("name").containsExactlyInAnyOrder("customer", "request");
            assertThat(jdbc.sql("select count(*) from act_hi_detail").query(Long.class).single()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"partner", "partnerId", "request", "sentBy", "answer", "businessKey", "${1+1}", "requester"})
        void with_anything_else_is_refused_and_changes_nothing(String variable) {
            long before = count("request");

            var answer = paula.rest("POST", START, form("start-two.example", ", \"" + variable + "\": {\"value\": \"fabrikam\"}"));

            assertRefused(answer, "The form has no field");
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            assertThat(count("request")).isEqualTo(before);
        }

        @Test
        void with_a_business_key_is_refused() {
            String chosen = form("start-three.example", "").replaceFirst("\\{", "{\"businessKey\": \"chosen\", ");

            assertRefused(paula.rest("POST", START, chosen), "business key");
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "{\"value\": \"[]\", \"type\": \"Json\"}|json",
            "{\"value\": \"rO0ABQ==\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"java.util.Date\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}|object",
            "{\"value\": \"2026-01-01T00:00:00.000+0000\", \"type\": \"Date\"}|date",
            "{\"value\": \"AAAA\", \"type\": \"Bytes\"}|bytes",
            "{\"value\": \"AAAA\", \"type\": \"File\", \"valueInfo\": {\"filename\": \"a.txt\"}}|file",
        })
        void with_a_value_of_another_kind_is_refused(String value, String kind) {
            var answer = paula.rest("POST", START, "{\"variables\": {\"organisation\": " + value + "}}");

            assertThat(answer.statusCode()).as(kind + answer.body()).isEqualTo(400);
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        }

        @Test
        void with_too_long_a_text_is_refused() {
            String value = "{\"variables\": {\"organisation\": {\"value\": \"" + "x".repeat(4_001) + "\"}}}";

            assertRefused(paula.rest("POST", START, value), "longer than 4000 characters");
        }

        @ParameterizedTest
        @ValueSource(strings = {"grant", "acceptance"})
        void of_a_called_process_is_refused_to_partners_and_process_owners(String process) {
            var form = olivia.rest("POST", ENGINE + "/process-definition/key/" + process + "/submit-form", "{\"variables\": {}}");
            var direct = olivia.rest("POST", ENGINE + "/process-definition/key/" + process + "/start",
                    "{\"variables\": {\"request\": {\"value\": \"7\"}}, \"businessKey\": \"7\"}");
            var partner = paula.rest("POST", ENGINE + "/process-definition/" + definition(process) + "/submit-form", "{\"variables\": {}}");

            assertRefused(partner, "started by another process");
            assertThat(form.statusCode()).isEqualTo(403);
            assertThat(direct.statusCode()).isEqualTo(403);
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        }

        private String definition(String process) {
            return olivia.engine("GET", "/process-definition/key/" + process, null).get("id").asText();
        }

        private String form(String domain, String more) {
            return """
                    {"variables": {"organisation": {"value": "Organisation"}, "address": {"value": "admin@%s"},
                     "language": {"value": "en"}, "country": {"value": "US"}, "cloud": {"value": "global"}%s}}
                    """.formatted(domain, more);
        }
    }

    @Nested
    class A_task {

        @Test
        void is_completed_with_fields_of_its_form() {
            Request draft = draft("task-one.example");

            var answer = submit(paula, draft, "{\"subject\": {\"value\": \"Hello\"}, \"text\": {\"value\": \"Please see {link}\"}}");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
            assertThat(requests.get(draft.id()).subject()).isEqualTo("Hello");
            assertThat(runtime.createVariableInstanceQuery().list()).extracting("name")
                    .containsExactlyInAnyOrder("request", "sentBy", "mailCameBack");
        }

        @Test
        void submitted_empty_is_still_a_review() {
            Request draft = draft("task-two.example");

            submit(paula, draft, "{}");

            assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.SENDING);
        }

        @ParameterizedTest
        @ValueSource(strings = {"partner", "sentBy", "answer", "request", "takenOver"})
        void with_anything_else_is_refused_and_changes_nothing(String variable) {
            Request draft = draft("task-three.example");

            var answer = submit(paula, draft, "{\"" + variable + "\": {\"value\": \"approved\"}}");

            assertRefused(answer, "The form has no field \\\"" + variable);
            assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.DRAFT);
            assertThat(task(draft)).isNotNull();
            own.withdraw(draft.id(), PAULA);
        }

        @Test
        void is_not_completed_by_a_process_owner_to_whom_it_is_not_offered() {
            Request draft = draft("task-four.example");

            var form = submit(olivia, draft, "{}");
            var direct = olivia.rest("POST", ENGINE + "/task/" + task(draft).getId() + "/complete",
                    "{\"variables\": {\"sentBy\": {\"value\": \"partner\"}}}");

            assertThat(form.statusCode()).isEqualTo(403);
            assertThat(direct.statusCode()).isEqualTo(403);
            assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.DRAFT);
        }

        private HttpResponse<String> submit(Visitor visitor, Request request, String variables) {
            return visitor.rest("POST", ENGINE + "/task/" + task(request).getId() + "/submit-form",
                    "{\"variables\": " + variables + "}");
        }

        private Task task(Request request) {
            return tasks.createTaskQuery().processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
        }

        private Request draft(String domain) {
            return invitations.request(new NewInvitation("Organisation", "admin@" + domain, "en", "US", "global", "",
                    List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), false), PAULA);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String because) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(because);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
