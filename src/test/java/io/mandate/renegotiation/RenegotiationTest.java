package io.mandate.renegotiation;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.relationship.SupportContacts;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import io.mandate.termination.Terminating;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A test of renegotiations, by the use cases: a customer has relationships in force with Contoso, whose duty it is about, and Fabrikam. */
@MandateTest
abstract class RenegotiationTest {

    static final String PAULAS = "paula@contoso.example";
    static final String FIONAS = "fiona@fabrikam.example";

    @Autowired Lifecycle life;
    @Autowired Renegotiating renegotiating;
    @Autowired DutyOffers offers;
    @Autowired Renegotiations renegotiations;
    @Autowired Relationships relationships;
    @Autowired SupportContacts contacts;
    @Autowired Terminating terminating;
    @Autowired Timeline timeline;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;
    @Autowired FlowCoverage coverage;

    String customer;
    Request contosos;
    Request fabrikams;

    @BeforeEach
    void two_relationships_in_force() {
        init(engine);
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        contosos = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        fabrikams = life.sent(FIONA, customer, INFRASTRUCTURE);
        life.approve(customer, INFRASTRUCTURE);
        life.jobs().runDue();
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    Renegotiation releaseByPartner(int days) {
        return renegotiating.propose(contoso().id(), Side.PARTNER, "Paula Pérez",
                proposal(RenegotiationKind.RELEASE, days, "", "We close. <b>${7*7}</b>", ""));
    }

    Renegotiation handOverByPartner(int days) {
        return renegotiating.propose(contoso().id(), Side.PARTNER, "Paula Pérez",
                proposal(RenegotiationKind.HAND_OVER, days, "", "We close.", ""));
    }

    Renegotiation handOverByCustomer(int days) {
        return renegotiating.propose(contoso().id(), Side.CUSTOMER, "Ada Admin",
                proposal(RenegotiationKind.HAND_OVER, days, "fabrikam", "You were slow.", "Please help us."));
    }

    Proposal proposal(RenegotiationKind kind, int days, String partner, String note, String partnerNote) {
        return new Proposal(Optional.of(kind), Optional.of(today().plusDays(days)), Optional.of(partner), note, partnerNote);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    Renegotiation confirmedByPartner(Renegotiation one) {
        return renegotiating.confirm(one.id(), Side.PARTNER, "Paula Pérez", Optional.empty(), "");
    }

    void accept(Renegotiation one) {
        offers.accept(one.id(), fabrikam().id(), "Fiona Fischer");
    }

    Termination endOf(Request request) {
        Termination asked = terminating.ask(request.relationshipId(), Side.PARTNER, "Somebody", "");
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");
        return asked;
    }

    Relationship contoso() {
        return relationships.get(contosos.relationshipId());
    }

    Relationship fabrikam() {
        return relationships.get(fabrikams.relationshipId());
    }

    Renegotiation now(Renegotiation one) {
        return renegotiations.get(one.id());
    }

    void choose(String service, Relationship partner) {
        transaction.executeWithoutResult(
                status -> contacts.choose(partner.customer().id(), service, new SupportContacts.Chosen(partner.id(), Optional.empty()), "Ada Admin"));
    }

    List<TimelineEvent> events(Relationship of) {
        return timeline.ofRelationship(of.id()).stream().map(Timeline.Entry::event).toList();
    }

    ProcessInstance running() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(RenegotiationProcess.KEY)
                .processInstanceBusinessKey(contosos.relationshipId().toString()).singleResult();
    }

    static String written(Instant instant, Locale language) {
        return DateTimeFormatter.ofPattern(language == Locale.GERMAN ? "d. MMMM uuuu, HH:mm 'UTC'" : "d MMMM uuuu, HH:mm 'UTC'", language).format(instant.atZone(ZoneOffset.UTC));
    }

    static String mail(String address, String subject) {
        return TestMail.text(address, subject).replaceAll("\\s+", " ");
    }

    static long mails(String address, String subject) {
        return TestMail.to(address).stream().filter(mail -> TestMail.subject(mail).contains(subject)).count();
    }

    /** All that was ever mailed to an address, however long ago. */
    static String everything(String address) {
        return TestMail.to(address).stream().map(mail -> TestMail.subject(mail) + " " + TestMail.text(mail))
                .collect(Collectors.joining("\n"));
    }
}
