package io.mandate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.engine.model.Project;
import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Diagrams, tables and other files that people deploy by the web apps' REST API of the running service. */
@ServiceTest
class DeploymentAttackTests {

    private static final String DEPLOYMENTS = "/engine/engine/default/deployment/";
    private static final String ERASURE = new String(Project.all().get("processes/erasure.bpmn"), StandardCharsets.UTF_8);
    private static final String RULES = new String(Project.all().get("processes/term-rules.dmn"), StandardCharsets.UTF_8);

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired RepositoryService repository;
    @Autowired DecisionService decisions;

    private Visitor olivia;
    private long before;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        olivia = Visitor.signedIn(port, People.OLIVIA);
        before = repository.createDeploymentQuery().count();
    }

    @AfterEach
    void asBefore() {
        repository.createDeploymentQuery().deploymentNameLike("Test%").list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void a_process_owner_changes_a_table_while_Mandate_runs() {
        HttpResponse<String> answer = deploy("term-rules.dmn", RULES.replace("<text>180</text>", "<text>90</text>"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(decisions.evaluateDecisionTableByKey("term-rules", Map.of("cloud", "global", "strength", 1))
                .getSingleResult().getEntryMap()).containsEntry("extensionDays", 90);
    }

    @Test
    void nobody_else_deploys_anything() {
        for (String somebody : new String[] {People.PAULA.address().value(), People.SAM}) {
            HttpResponse<String> answer = Visitor.signedIn(port, somebody)
                    .deploy("Test", Map.of("term-rules.dmn", RULES.getBytes(StandardCharsets.UTF_8)));

            assertThat(answer.statusCode()).isEqualTo(403);
        }
        assertThat(new Visitor(port).deploy("Test", Map.of("x.bpmn", new byte[0])).statusCode()).isIn(401, 403);
        assertNothingDeployed();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "camunda:delegateExpression=\"${erasureErasePersonalData}\"|camunda:class=\"java.lang.Runtime\"|names a class",
        "camunda:delegateExpression=\"${erasureErasePersonalData}\"|camunda:expression=\"${1}\"|holds an expression",
        "camunda:delegateExpression=\"${erasureErasePersonalData}\"|camunda:delegateExpression=\"${dataSource}\"|must use the bean",
        "camunda:delegateExpression=\"${erasureErasePersonalData}\"|camunda:type=\"external\" camunda:topic=\"x\"|is none of the properties",
        "${moreDue}|${erasureErasePersonalData.getClass().forName('java.lang.Runtime')}|is no expression of an allowed form",
        "xsi:type=\"bpmn:tFormalExpression\">${moreDue}|xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\">1|is none of the properties",
        "camunda:historyTimeToLive=\"P14D\"||its history has no time to live",
        "${erasureErasureDue.next()}|R/soon|cannot read the timer",
    })
    void a_diagram_that_breaks_a_rule_is_refused_with_what_is_wrong(String given, String instead, String problem) {
        HttpResponse<String> answer = deploy("erasure.bpmn", ERASURE.replace(given, instead == null ? "" : instead));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was deployed", "erasure: ", problem);
        assertNothingDeployed();
    }

    @Test
    void a_script_task_a_connector_and_a_script_in_a_listener_are_refused() {
        for (String code : new String[] {
            "<bpmn:scriptTask id=\"Task_X\" name=\"X\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
            "<bpmn:userTask id=\"Task_X\" name=\"X\"><bpmn:extensionElements><camunda:taskListener event=\"create\">"
                    + "<camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
            "<bpmn:serviceTask id=\"Task_X\" name=\"X\"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http"
                    + "</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
        }) {
            HttpResponse<String> answer = deploy("erasure.bpmn", ERASURE.replace("<bpmn:endEvent", code + "<bpmn:endEvent"));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("holds a script");
        }
        assertNothingDeployed();
    }

    @Test
    void a_table_in_another_language_is_refused() {
        HttpResponse<String> answer = deploy("term-rules.dmn",
                RULES.replace("<inputExpression id", "<inputExpression expressionLanguage=\"juel\" id"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("term-rules: \\\"expressionLanguage\\\" is none of the properties");
        assertNothingDeployed();
    }

    @Test
    void a_page_a_library_and_a_case_are_refused() {
        for (String file : new String[] {"form.html", "steps.jar", "case.cmmn", "script.js"}) {
            HttpResponse<String> answer = deploy(file, "<script>alert(1)</script>");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("only diagrams (.bpmn), decision tables (.dmn) and forms (.form) are deployed");
        }
        assertNothingDeployed();
    }

    @Test
    void one_wrong_file_keeps_all_others_out() {
        HttpResponse<String> answer = olivia.deploy("Test", Map.of(
                "term-rules.dmn", RULES.getBytes(StandardCharsets.UTF_8), "page.html", new byte[] {1}));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertNothingDeployed();
    }

    @Test
    void a_version_for_a_tenant_is_refused() {
        HttpResponse<String> answer = olivia.deploy(
                "Test", Map.of("term-rules.dmn", RULES.getBytes(StandardCharsets.UTF_8)), "tenant-id", "contoso");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not for a tenant");
        assertNothingDeployed();
    }

    @Test
    void what_was_deployed_once_is_checked_again_when_it_is_deployed_again() {
        String all = repository.createDeploymentQuery().list().get(0).getId();
        String invitation = repository.createProcessDefinitionQuery().processDefinitionKey("invitation").singleResult().getResourceName();

        HttpResponse<String> answer = olivia.rest("POST", DEPLOYMENTS + all + "/redeploy", "{\"resourceNames\": [\"" + invitation + "\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("calls no diagram that comes with it");
        assertNothingDeployed();
    }

    @Test
    void a_deployment_in_use_is_not_deleted_neither_with_nor_without_its_instances() {
        Deployment first = repository.createDeploymentQuery().singleResult();

        for (String how : new String[] {"", "?cascade=true", "?cascade=true&skipCustomListeners=true"}) {
            HttpResponse<String> answer = olivia.rest("DELETE", DEPLOYMENTS + first.getId() + how, null);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("This deployment is in use");
        }
        String invitation = repository.createProcessDefinitionQuery().processDefinitionKey("invitation").singleResult().getId();
        for (String version : new String[] {invitation, "key/invitation"}) {
            assertThat(olivia.rest("DELETE", "/engine/engine/default/process-definition/" + version + "?cascade=true", null).statusCode())
                    .isIn(400, 403);
        }
        assertNothingDeployed();
    }

    @Test
    void an_older_version_that_nothing_runs_on_may_be_deleted() {
        deploy("term-rules.dmn", RULES.replace("<text>180</text>", "<text>90</text>"));
        String older = repository.createDeploymentQuery().deploymentName("Test").singleResult().getId();
        olivia.deploy("Test newer", Map.of("term-rules.dmn", RULES.getBytes(StandardCharsets.UTF_8)));

        HttpResponse<String> answer = olivia.rest("DELETE", DEPLOYMENTS + older, null);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(repository.createDeploymentQuery().deploymentName("Test").count()).isZero();
    }

    private HttpResponse<String> deploy(String file, String content) {
        return olivia.deploy("Test", Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertNothingDeployed() {
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }
}
