package io.mandate.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagrams, the decision tables and the forms as the engine itself reads them. */
class DeploymentTests {

    private static ProcessEngine engine;

    /** Stands for the step that knows the settings. */
    public static final class Daily {

        public String next() {
            return "R/P1D";
        }
    }

    @BeforeAll
    static void deployEverything() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:deployment-tests");
        configuration.setProcessEngineName("deployment-tests");
        configuration.setJobExecutorActivate(false);
        // The engine asks for the first date as soon as it reads a diagram that the clock starts.
        configuration.setBeans(Map.of("servicecheckCheckDue", new Daily(), "termsTermsDue", new Daily(), "erasureErasureDue", new Daily(),
                "checkpointCheckpointDue", new Daily()));
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

        assertThat(keys).contains("invitation", "acceptance", "grant", "revocation", "service-check", "terms", "term-notice", "erasure", "checkpoint");
    }

    @Test
    void the_clock_starts_the_check_of_services_when_the_settings_say() {
        var jobs = engine.getManagementService().createJobQuery().processDefinitionKey("service-check").list();

        assertThat(jobs).singleElement().satisfies(job -> assertThat(job.getDuedate().toInstant())
                .isCloseTo(Instant.now().plus(1, ChronoUnit.DAYS), within(1, ChronoUnit.HOURS)));
    }

    @Test
    void the_clock_starts_the_look_at_terms() {
        assertThat(engine.getManagementService().createJobQuery().processDefinitionKey("terms").list()).hasSize(1);
    }

    @Test
    void a_term_has_the_default_rules_and_the_strongest_is_never_extended() {
        assertThat(rule(1)).isEqualTo(rule(2)).containsOnly(Map.entry("noticeDays", "30, 7, 1, 0"),
                Map.entry("extensionAllowed", true), Map.entry("extensionDays", 180));
        assertThat(rule(3)).containsOnly(Map.entry("noticeDays", "30, 7, 1, 0"),
                Map.entry("extensionAllowed", false), Map.entry("extensionDays", 0));
    }

    private static Map<String, Object> rule(int strength) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey("term-rules", Map.of("cloud", "germany", "strength", strength))
                .getSingleResult().getEntryMap();
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

    @Test
    void an_end_has_the_default_notice() {
        var result = engine.getDecisionService()
                .evaluateDecisionTableByKey("termination-notice", Map.of("cloud", "global", "askedBy", "customer"));

        assertThat(result.getSingleResult().getEntryMap())
                .containsOnly(Map.entry("notice", 30), Map.entry("reminderBefore", 7), Map.entry("putOff", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmation", "acceptance"})
    void a_renegotiation_has_the_default_deadlines(String answer) {
        var result = engine.getDecisionService()
                .evaluateDecisionTableByKey("renegotiation-deadlines", Map.of("cloud", "global", "answer", answer));

        assertThat(result.getSingleResult().getEntryMap())
                .containsOnly(Map.entry("answerWithin", 14), Map.entry("reminderBefore", 3));
    }

    @ParameterizedTest(name = "{0}, {1}: {2} business days and {3} hours")
    @CsvSource({
        "global, LOW, 10, 0, 48, 30, 10", "global, NORMAL, 3, 0, 24, 50, 5", "germany, HIGH, 1, 0, 4, 65, 2",
        "global, URGENT, 0, 4, 0, 80, 1", "us-government, URGENT, 0, 2, 0, 90, 1", "us-government, NORMAL, 3, 0, 24, 50, 5",
    })
    void a_service_request_has_the_default_deadlines(
            String cloud, String priority, int days, int hours, int escalateAfter, int taskPriority, int answer) {
        var result = engine.getDecisionService().evaluateDecisionTableByKey(
                "service-request-deadlines", Map.of("cloud", cloud, "priority", priority));

        assertThat(result.getSingleResult().getEntryMap()).containsOnly(
                Map.entry("dueBusinessDays", days), Map.entry("dueHours", hours),
                Map.entry("escalateAfter", escalateAfter), Map.entry("taskPriority", taskPriority),
                Map.entry("answerBusinessDays", answer));
    }
}
