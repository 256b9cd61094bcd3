package io.mandate.acceptance;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.bounce.BouncedMails;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Timeline;
import io.mandate.request.OwnRequests;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the diagram acceptance need: a request to a customer that was sent on a Monday. */
@MandateTest
abstract class AcceptanceTest {

    /** A Monday; in the United States 2027-01-18 is a holiday. */
    static final Instant MONDAY = Instant.parse("2027-01-11T10:00:00Z");

    @Autowired Lifecycle life;
    @Autowired OwnRequests own;
    @Autowired Answers answers;
    @Autowired BouncedMails bounced;
    @Autowired Requests requests;
    @Autowired Timeline timeline;
    @Autowired Permissions permissions;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;
    @Autowired FlowCoverage coverage;

    String customer;
    Request request;
    ProcessInstance waiting;

    @BeforeEach
    void a_request_was_sent() {
        init(engine);
        TestMail.acceptAll();
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);
        waiting = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(AcceptanceProcess.KEY)
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
        assertThat(waiting).isWaitingAt("Task_ApproveRelationship");
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }
}
