package io.mandate.testing;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.revocation.Removals;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to two permissions of one customer: for mail, a service that can be told, and for infrastructure, one that cannot. */
@MandateTest
public abstract class HeldPermissionsTest extends ToldServiceTest {

    @Autowired protected Lifecycle life;
    @Autowired protected Removals removals;
    @Autowired protected Clock clock;
    @Autowired protected ProcessEngine engine;
    @Autowired protected FlowCoverage coverage;
    @Autowired protected Relationships relationships;
    @Autowired private Permissions permissions;

    protected String customer;
    protected Request request;

    @BeforeEach
    void two_permissions_are_held() {
        init(engine);
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);
        life.approve(customer, MAIL, INFRASTRUCTURE);
        life.jobs().runDue();
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    protected List<Permission> held() {
        return permissions.heldBy(request.relationshipId(), clock.instant());
    }

    protected Permission held(String service) {
        return held().stream().filter(held -> held.service().equals(service)).findFirst().orElseThrow();
    }

    protected String customerId() {
        return relationships.get(request.relationshipId()).customer().id().toString();
    }

    /** The one instance of this process that is about the customer. */
    protected ProcessInstance running(String process) {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(process)
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
    }
}
