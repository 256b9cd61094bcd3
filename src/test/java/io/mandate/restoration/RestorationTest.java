package io.mandate.restoration;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.bounce.BouncedMails;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.request.RequestProcess;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the diagram restoration need: Paula held the permission for mail, and the customer removed it. */
@MandateTest
abstract class RestorationTest {

    @Autowired Lifecycle life;
    @Autowired BouncedMails bounced;
    @Autowired Restorations restorations;
    @Autowired Restorables restorables;
    @Autowired OwnRequests own;
    @Autowired Removals removals;
    @Autowired Requests requests;
    @Autowired RequestProcess process;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;

    String customer;
    UUID relationship;

    @BeforeEach
    void a_lost_permission() {
        init(engine);
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        relationship = life.sent(PAULA, customer, MAIL).relationshipId();
        life.approve(customer, MAIL);
        removals.removedByCustomer(held().get(0), "Ada Admin", "");
        life.jobs().runDue();
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    Request ask(SentBy by, AskedPermission... services) {
        return restorations.ask(relationship, new NewRestoration(customer, "en", "", List.of(services), by), PAULA);
    }

    /** A request whose mail was sent. */
    Request sent(AskedPermission... services) {
        Request request = ask(SentBy.MANDATE, services);
        life.jobs().runDue();
        return request;
    }

    List<Permission> held() {
        return permissions.heldAt(relationship().customer().id(), clock.instant());
    }

    Relationship relationship() {
        return relationships.get(relationship);
    }

    ProcessInstance running(Request request) {
        return engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceId(process.instance(request).orElseThrow()).singleResult();
    }
}
