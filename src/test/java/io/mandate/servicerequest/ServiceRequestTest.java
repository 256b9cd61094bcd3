package io.mandate.servicerequest;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A test with a service request of a partner whose permission was removed and who is still on duty. */
@MandateTest
@TestPropertySource(properties = "mandate.support.address=desk@mandate.example")
abstract class ServiceRequestTest {

    private static final Instant TUESDAY = Instant.parse("2026-11-03T09:30:00Z");
    static final String DESK = "desk@mandate.example";
    static final Author SAM = new Author(Side.SUPPORT, EmailAddress.of("sam@mandate.example"), "Sam Sanders");

    @Autowired Lifecycle life;
    @Autowired ServiceRequests requests;
    @Autowired SupportDesk desk;
    @Autowired Conversation conversation;
    @Autowired Comments comments;
    @Autowired Removals removals;
    @Autowired Permissions permissions;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;

    String customer;
    UUID relationship;
    ServiceRequest opened;
    ProcessInstance process;

    @BeforeEach
    void a_request_is_opened_without_a_permission() {
        init(engine);
        TestMail.acceptAll();
        ClockUtil.setCurrentTime(Date.from(TUESDAY));
        customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        relationship = request.relationshipId();
        removals.removedByCustomer(permissions.heldBy(relationship, clock.instant()).get(0), "Ada Admin", "");
        life.jobs().runDue();
        opened = open(ServicePriority.HIGH);
        process = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(ServiceRequestProcess.KEY)
                .processInstanceBusinessKey(relationship.toString()).singleResult();
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    ServiceRequest open(ServicePriority priority) {
        return requests.open(UUID.randomUUID(), relationship, new NewServiceRequest(Optional.of("mail"), Optional.of(priority),
                "Mail is slow", "It takes minutes. <b>${7*7}</b>"), PAULA);
    }

    ServiceRequest get() {
        return requests.get(opened.id(), "contoso");
    }

    Task task() {
        return engine.getTaskService().createTaskQuery().processInstanceId(process.getId()).singleResult();
    }

    List<String> candidates(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(link -> link.getGroupId()).toList();
    }

    static String mail(String address, String subject) {
        return TestMail.text(address, subject).replaceAll("\\s+", " ");
    }
}
