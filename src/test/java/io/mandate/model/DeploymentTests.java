package io.mandate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The diagrams, the decision table and the forms as the engine itself reads them. */
class DeploymentTests {

    private static ProcessEngine engine;

    @BeforeAll
    static void deployEverything() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:deployment-tests");
        configuration.setProcessEngineName("deployment-tests");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        Map.of("bpmn", "processes", "dmn", "processes", "form", "forms")
                .forEach((extension, folder) -> Project.files(Path.of(folder), extension)
                        .forEach(file -> deployment.addClasspathResource(file.toString())));
        deployment.deploy();
    }

    @AfterAll
    static void closeTheEngine() {
        engine.close();
    }

    @Test
    void the_engine_accepts_every_diagram() {
        var keys = engine.getRepositoryService().createProcessDefinitionQuery().list().stream()
                .map(definition -> definition.getKey());

        assertThat(keys).contains("invitation", "acceptance", "grant");
    }

    @Test
    void only_an_invitation_can_be_started_in_tasklist() {
        var keys = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .startableInTasklist()
                .list()
                .stream()
                .map(definition -> definition.getKey());

        assertThat(keys).containsExactly("invitation");
    }

    @Test
    void a_request_has_the_default_deadlines() {
        var result = engine.getDecisionService()
                .evaluateDecisionTableByKey("acceptance-deadlines", Map.of("cloud", "global", "kind", "invitation"));

        assertThat(result.getSingleResult().getEntryMap())
                .containsOnly(
                        Map.entry("validity", 90),
                        Map.entry("reminderDays", "3, 10, 30"),
                        Map.entry("reminderBeforeExpiry", 7),
                        Map.entry("nudgeAfter", 14));
    }
}
