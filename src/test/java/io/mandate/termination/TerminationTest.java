package io.mandate.termination;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.ToldServiceTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A test of the end of a relationship, by the use cases: Contoso holds a permission for mail, Paula and Ada may end. */
@MandateTest
@Import(OpenForTests.class)
abstract class TerminationTest extends ToldServiceTest {

    static final String PAULAS = "paula@contoso.example";

    @Autowired Lifecycle life;
    @Autowired Terminating terminating;
    @Autowired Terminations terminations;
    @Autowired OpenForTests matters;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Requests requests;
    @Autowired Timeline timeline;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;
    @Autowired FlowCoverage coverage;

    String customer;
    Request request;

    @BeforeEach
    void a_relationship_in_force() {
        init(engine);
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
        matters.settle();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.jobs().runDue();
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    Termination askedByPartner(String note) {
        return terminating.ask(request.relationshipId(), Side.PARTNER, "Paula Pérez", note);
    }

    Termination askedByCustomer() {
        return terminating.ask(request.relationshipId(), Side.CUSTOMER, "Ada Admin", "");
    }

    Relationship relationship() {
        return relationships.get(request.relationshipId());
    }

    List<Permission> held() {
        return permissions.heldBy(request.relationshipId(), clock.instant());
    }

    List<TimelineEvent> events() {
        return timeline.ofRelationship(request.relationshipId()).stream().map(Timeline.Entry::event).toList();
    }

    ProcessInstance running() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(TerminationProcess.KEY)
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
    }

    static String written(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).format(instant.atZone(ZoneOffset.UTC));
    }

    static String mail(String address, String subject) {
        return TestMail.text(address, subject).replaceAll("\\s+", " ");
    }

    static long mails(String address, String subject) {
        return TestMail.to(address).stream().filter(mail -> TestMail.subject(mail).contains(subject)).count();
    }
}
