package io.mandate.termnotice;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.TermChanging;
import io.mandate.relationship.TermNotice;
import io.mandate.revocation.Removals;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of the diagram term-notice. */
@MandateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermNoticeProcessTests {

    @Autowired Lifecycle life;
    @Autowired TermNotifications notifications;
    @Autowired TermChanging changing;
    @Autowired Removals removals;
    @Autowired Permissions permissions;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;
    @Autowired FlowCoverage coverage;

    private String customer;
    private Request request;
    private Permission held;

    @BeforeEach
    void a_permission_is_held() {
        init(engine);
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.jobs().runDue();
        held = permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(TermNoticeProcess.KEY)).isEmpty();
    }

    @Nested
    class Both_sides_told {

        @Test
        void that_it_ends_and_where_the_partner_asks_for_it_now() {
            // when
            notifications.give(notice(30, Optional.empty()));
            ProcessInstance process = running();
            assertThat(process).isWaitingAt("Task_TellBothSides");
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_BothSidesTold");
            assertThat(TestMail.text("paula@contoso.example", "Northwind Traders: your permission for Mail ends on"))
                    .contains("ask Northwind Traders for the permission now", "so that nothing is interrupted",
                            "http://mandate.example/customers/" + request.relationshipId() + "/restore?service=mail");
            assertThat(TestMail.text(customer, "The permission of Contoso Cloud for Mail ends on"))
                    .contains("Then Contoso Cloud may no longer administer this service", "let it end earlier",
                            "http://mandate.example/organisation/" + held.customerId());
        }

        @Test
        void though_the_partner_s_person_has_left() {
            // given
            TestMail.refuse("paula@contoso.example");

            // when
            notifications.give(notice(30, Optional.empty()));
            ProcessInstance process = running();
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_BothSidesTold");
            assertThat(TestMail.text(customer, "The permission of Contoso Cloud for Mail ends on")).isNotEmpty();
        }

        @Test
        void that_it_is_extended_and_how_the_customer_stops_that() {
            // given
            transaction.executeWithoutResult(status -> changing.extending(held, true, "Ada Admin"));

            // when
            notifications.give(notice(7, Optional.of(held.endsAt().plus(Duration.ofDays(180)))));
            life.jobs().runDue();

            // then
            assertThat(TestMail.text("paula@contoso.example", "your permission for Mail is about to be extended"))
                    .contains("Northwind Traders chose; they can stop that until then", "You need not do")
                    .doesNotContain("/restore");
            assertThat(TestMail.text(customer, "The permission of Contoso Cloud for Mail is about to be extended"))
                    .contains("Stop the extension with one click", "/organisation/" + held.customerId());
        }

        @Test
        void what_is_true_where_the_extension_was_stopped_meanwhile() {
            // when
            notifications.give(notice(7, Optional.of(held.endsAt().plus(Duration.ofDays(180)))));
            life.jobs().runDue();

            // then
            assertThat(subjects()).singleElement().asString().contains("ends on");
        }

        @Test
        void once_although_the_same_notice_is_given_again_or_its_mail_is_sent_again() {
            // given
            TermNotice notice = notice(1, Optional.empty());
            notifications.give(notice);
            life.jobs().runDue();

            // when
            notifications.give(notice(1, Optional.empty()));
            life.jobs().runDue();
            notifications.tellBothSides(notice.id());

            // then
            assertThat(TestMail.to(customer).stream().filter(mail -> TestMail.subject(mail).contains(" ends on "))
                    .map(TestMail::id).distinct()).hasSize(1);
            assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(TermNoticeProcess.KEY)
                    .processInstanceBusinessKey(request.relationshipId().toString()).count()).isEqualTo(1);
        }

        @Test
        void not_where_it_was_removed_meanwhile() {
            // given
            notifications.give(notice(30, Optional.empty()));
            ProcessInstance process = running();

            // when
            removals.removedByCustomer(held, "Ada Admin", "");
            life.jobs().runDue();

            // then
            assertThat(process).isEnded();
            assertThat(subjects()).isEmpty();
        }
    }

    private TermNotice notice(int days, Optional<Instant> extendedTo) {
        return new TermNotice(UUID.randomUUID(), held.relationshipId(), held.customerId(), held.service(), held.requestId(),
                held.endsAt(), days, extendedTo, clock.instant());
    }

    private ProcessInstance running() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(TermNoticeProcess.KEY)
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
    }

    /** Subjects of the notices to the customer. */
    private List<String> subjects() {
        return TestMail.to(customer).stream().map(TestMail::subject)
                .filter(subject -> subject.contains(" ends on ") || subject.contains("about to be extended")).toList();
    }
}
