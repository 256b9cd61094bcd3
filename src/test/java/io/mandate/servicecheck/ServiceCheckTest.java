package io.mandate.servicecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.ExampleService;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two services that can be asked, and a check every day. */
abstract class ServiceCheckTest {

    static final ExampleService MAILS = new ExampleService();
    static final ExampleService SERVERS = new ExampleService();
    static final Set<String> NOTHING = Set.of();

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;
    @Autowired JdbcTemplate jdbc;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry settings) {
        ExampleService.register(settings, Map.of("mail", MAILS, "infrastructure", SERVERS));
        settings.add("mandate.test.check", () -> "1d");
        settings.add("mandate.decision.callers[0].name", () -> "portal");
        settings.add("mandate.decision.callers[0].password", () -> "{noop}secret");
        settings.add("mandate.decision.callers[0].services", () -> "mail");
    }

    @BeforeEach
    void nothing_is_due() {
        init(engine);
        TestMail.acceptAll();
        MAILS.behave();
        SERVERS.behave();
        jdbc.update("update permission set checked_at = null");
        engine.getManagementService().recalculateJobDuedate(timer().getId(), false);
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    /** A customer granted this, and the services confirmed it. */
    Request granted(AskedPermission... services) {
        return granted(Lifecycle.newAddress(), services);
    }

    Request granted(String customer, AskedPermission... services) {
        Request request = life.sent(People.PAULA, customer, services);
        life.approve(customer, services);
        life.jobs().runDue();
        return request;
    }

    /** The time has come for the next check, which is started; returns its instance. */
    String checkStarts() {
        Job timer = timer();
        assertThat(timer.getDuedate().toInstant()).isAfter(clock.instant()).isBefore(clock.instant().plus(2, ChronoUnit.DAYS));
        ClockUtil.setCurrentTime(timer.getDuedate());
        List<String> before = running();
        life.jobs().run(timer.getId());
        return running().stream().filter(instance -> !before.contains(instance)).findFirst().orElseThrow();
    }

    private List<String> running() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(ServiceCheckProcess.KEY).list()
                .stream().map(Execution::getId).toList();
    }

    Job timer() {
        return engine.getManagementService().createJobQuery().processDefinitionKey(ServiceCheckProcess.KEY).timers().singleResult();
    }

    /** The next check runs, and everything that follows from it. */
    String check() {
        String instance = checkStarts();
        life.jobs().runDue();
        return instance;
    }

    /** How many batches a check had. */
    long batches(String instance) {
        List<HistoricActivityInstance> passed = engine.getHistoryService().createHistoricActivityInstanceQuery()
                .processInstanceId(instance).activityId("Task_FindUnreportedRemovals").finished().list();
        return passed.size();
    }

    int asked(ExampleService service, Request request) {
        return service.messages("permission.read", customerId(request).toString()).size();
    }

    void remove(ExampleService service, Request request) {
        service.set(customerId(request).toString(), "contoso", NOTHING);
    }

    UUID customerId(Request request) {
        return relationships.get(request.relationshipId()).customer().id();
    }

    /** The services of which anybody holds the permission for the customer of a request. */
    List<String> held(Request request) {
        return permissions.heldAt(customerId(request), clock.instant()).stream().map(Permission::service).toList();
    }
}
