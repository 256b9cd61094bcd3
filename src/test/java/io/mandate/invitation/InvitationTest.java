package io.mandate.invitation;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.bounce.BouncedMails;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.request.OwnRequests;
import io.mandate.request.RequestProcess;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the diagram invitation need. */
@MandateTest
abstract class InvitationTest {

    @Autowired Lifecycle life;
    @Autowired BouncedMails bounced;
    @Autowired Invitations invitations;
    @Autowired OwnRequests own;
    @Autowired RequestProcess process;
    @Autowired Requests requests;
    @Autowired Relationships relationships;
    @Autowired ProcessEngine engine;

    @BeforeEach
    void engine() {
        init(engine);
        TestMail.acceptAll();
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    ProcessInstance running(Request request) {
        return engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceId(process.instance(request).orElseThrow()).singleResult();
    }

    RelationshipStatus status(Request request) {
        return relationships.get(request.relationshipId()).status();
    }
}
