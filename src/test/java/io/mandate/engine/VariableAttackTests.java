package io.mandate.engine;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Serialised objects, files and bytes, sent by a process owner to every address of the web apps' REST API that takes variables. */
@ServiceTest
class VariableAttackTests {

    private static final Map<String, String> VALUES = Map.of(
            "java", """
                    {"value": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==",
                     "type": "Object", "valueInfo": {"objectTypeName": "java.util.HashMap",
                     "serializationDataFormat": "application/x-java-serialized-object"}}""",
            "json object", """
                    {"value": "{}", "type": "Object", "valueInfo": {"objectTypeName": "java.util.HashMap",
                     "serializationDataFormat": "application/json"}}""",
            "bytes", "{\"value\": \"AQID\", \"type\": \"Bytes\"}",
            "file", "{\"value\": \"AQID\", \"type\": \"File\", \"valueInfo\": {\"filename\": \"a.txt\", \"mimetype\": \"text/html\"}}",
            "json", "{\"value\": \"{}\", \"type\": \"Json\"}",
            "xml", "{\"value\": \"<x/>\", \"type\": \"Xml\"}");

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired JdbcClient jdbc;

    private Visitor olivia;
    private Task task;
    private List<String> bytes;

    @BeforeEach
    void somethingRuns() {
        People.join(partners, accounts);
        invitations.request(new NewInvitation("Northwind Traders", Lifecycle.newAddress(), "en", "US", "global", "",
                List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), false), PAULA);
        task = tasks.createTaskQuery().singleResult();
        olivia = Visitor.signedIn(port, People.OLIVIA);
        bytes = bytes();
    }

    @AfterEach
    void nothingLeft() {
        runtime.createProcessInstanceQuery().list()
                .forEach(instance -> runtime.deleteProcessInstanceIfExists(instance.getId(), "end of test", false, true, true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "PUT /process-instance/{instance}/variables/x VALUE",
        "POST /process-instance/{instance}/variables {\"modifications\": {\"x\": VALUE}}",
        "PUT /execution/{instance}/localVariables/x VALUE",
        "POST /execution/{instance}/localVariables {\"modifications\": {\"x\": VALUE}}",
        "PUT /task/{task}/variables/x VALUE",
        "POST /task/{task}/variables {\"modifications\": {\"x\": VALUE}}",
        "PUT /task/{task}/localVariables/x VALUE",
        "POST /task/{task}/localVariables {\"modifications\": {\"x\": VALUE}}",
        "POST /task/{task}/resolve {\"variables\": {\"x\": VALUE}}",
        "POST /task/{task}/complete {\"variables\": {\"x\": VALUE}}",
        "POST /task/{task}/submit-form {\"variables\": {\"x\": VALUE}}",
        "POST /message {\"messageName\": \"RequestWithdrawn\", \"processInstanceId\": \"{instance}\", \"processVariables\": {\"x\": VALUE}}",
        "POST /message {\"messageName\": \"RequestWithdrawn\", \"processInstanceId\": \"{instance}\", \"processVariablesLocal\": {\"x\": VALUE}}",
        "POST /execution/{instance}/signal {\"variables\": {\"x\": VALUE}}",
        "POST /signal {\"name\": \"x\", \"executionId\": \"{instance}\", \"variables\": {\"x\": VALUE}}",
        "POST /condition {\"variables\": {\"x\": VALUE}}",
        "POST /process-instance/{instance}/modification {\"instructions\": [{\"type\": \"startBeforeActivity\","
        + " \"activityId\": \"Task_ReviewInvitation\", \"variables\": {\"x\": {\"value\": \"rO0\", \"local\": false, \"type\": \"Object\","
        + " \"valueInfo\": {\"objectTypeName\": \"java.util.HashMap\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}}}]}",
        "POST /process-instance/variables-async {\"processInstanceIds\": [\"{instance}\"], \"variables\": {\"x\": VALUE}}",
        "POST /process-definition/key/invitation/start {\"variables\": {\"x\": VALUE}}",
        "POST /process-definition/key/invitation/submit-form {\"variables\": {\"x\": VALUE}}",
        "POST /decision-definition/key/term-rules/evaluate {\"variables\": {\"cloud\": VALUE, \"strength\": {\"value\": 1}}}",
    })
    void no_address_takes_anything_but_plain_values(String request) {
        VALUES.forEach((kind, value) -> {
            String filled = request.replace("VALUE", value)
                    .replace("{instance}", task.getProcessInstanceId()).replace("{task}", task.getId());
            String[] parts = filled.split(" ", 3);

            var answer = olivia.rest(parts[0], "/engine/engine/default" + parts[1], parts[2]);

            assertThat(answer.body()).doesNotContain("\tat ");
            if (answer.statusCode() < 400) {
                assertThat(request).as(kind + ": " + answer.body()).contains("/evaluate");
            }
            assertThat(kinds()).as(kind).containsOnly("string");
            assertThat(bytes()).as(kind).isEqualTo(bytes);
            assertThat(tasks.createTaskQuery().singleResult().getId()).as(kind).isEqualTo(task.getId());
        });
    }

    @Test
    void tasks_beside_processes_and_cases_cannot_be_made() {
        assertThat(olivia.rest("POST", "/engine/engine/default/task/create", "{\"id\": \"own\", \"name\": \"Own\"}").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(olivia.rest("POST", "/engine/engine/default/case-definition/key/x/create", "{}").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(tasks.createTaskQuery().count()).isEqualTo(1);
    }

    @Test
    void a_plain_value_is_kept_as_it_is() {
        runtime.setVariable(task.getProcessInstanceId(), "note", "${1+1}");

        assertThat(runtime.getVariable(task.getProcessInstanceId(), "note")).isEqualTo("${1+1}");
    }

    @Test
    void nobody_can_do_it_by_the_engine_itself_either() {
        for (Object object : new Object[] {new HashMap<>(), List.of("a"), new byte[] {1}, new Thing("x"), Variables.fileValue("a.txt").create()}) {
            Assertions.assertThatExceptionOfType(BadUserRequestException.class)
                    .isThrownBy(() -> runtime.setVariable(task.getProcessInstanceId(), "x", object));
        }
        assertThat(kinds()).containsOnly("string");
    }

    private record Thing(String name) implements Serializable {}

    private List<String> kinds() {
        return jdbc.sql("select distinct type_ from act_ru_variable").query(String.class).list();
    }

    private List<String> bytes() {
        return jdbc.sql("select id_ from act_ge_bytearray order by id_").query(String.class).list();
    }
}
