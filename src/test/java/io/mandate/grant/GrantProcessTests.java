package io.mandate.grant;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.revocation.Removals;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.ToldServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

/** The ends of the diagram grant, with and without a takeover, and with a service that can be told. */
@MandateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantProcessTests extends ToldServiceTest {

    @Autowired Lifecycle life;
    @Autowired Removals removals;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;
    @Autowired FlowCoverage coverage;

    private String customer;

    @BeforeEach
    void engine() {
        init(engine);
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(GrantProcess.KEY)).isEmpty();
    }

    @Nested
    class Permission_granted {

        @Test
        void in_the_customers_own_transaction_and_then_both_sides_are_told() {
            // given
            Request request = life.sent(PAULA, customer, MAIL);

            // when
            life.approve(customer, MAIL);

            // then
            ProcessInstance grant = running(request);
            assertThat(grant).isWaitingAt("Task_TellService");
            assertThat(held(request)).singleElement().satisfies(permission -> {
                assertThat(permission.holder()).isEqualTo("contoso");
                assertThat(permission.roles()).containsExactly("mail-administrator", "mail-reader");
                assertThat(permission.endsAt()).isEqualTo(permission.grantedAt().plus(Duration.ofDays(365)));
            });

            // and when
            life.jobs().runDue();

            // then
            assertThat(grant).isEnded().hasPassed("EndEvent_PermissionGranted").hasNotPassed("Task_RemoveFromPreviousPartner");
            assertThat(TestMail.to(customer)).anyMatch(mail -> TestMail.text(mail).contains("Ada Admin"));
            assertThat(TestMail.to("paula@contoso.example")).anyMatch(mail -> TestMail.text(mail).contains(customer));
        }

        @Test
        void without_any_admin_permission() {
            // given
            Request request = life.sent(PAULA, customer);

            // when
            life.approve(customer);
            life.jobs().runDue();

            // then
            assertThat(held(request)).isEmpty();
            assertThat(relationships.get(request.relationshipId())).satisfies(relationship -> {
                assertThat(relationship.status()).isEqualTo(RelationshipStatus.WITHOUT_PERMISSION);
                assertThat(relationship.dutySince()).isPresent();
            });
        }

        @Test
        void taken_over_from_the_partner_that_the_customer_was_shown() {
            // given
            Request first = life.sent(FIONA, customer, MAIL);
            life.approve(customer, MAIL);
            life.jobs().runDue();
            Request second = life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);

            // when
            life.approve(life.proven(customer), customer, List.of(new Choice(MAIL, "fabrikam"), new Choice(INFRASTRUCTURE, "")));
            ProcessInstance grant = running(second);
            assertThat(grant).isWaitingAt("Task_TellService");
            life.jobs().runDue();

            // then
            assertThat(grant).isEnded().hasPassed("Task_RemoveFromPreviousPartner", "EndEvent_PermissionGranted");
            assertThat(held(second)).extracting(Permission::holder).containsExactly("contoso", "contoso");
            assertThat(TestMail.to("fiona@fabrikam.example")).anySatisfy(mail -> assertThat(TestMail.text(mail))
                    .contains("/customers/" + first.relationshipId()).doesNotContain("Contoso"));
            assertThat(relationships.get(first.relationshipId()).dutySince()).isPresent();
            assertThat(SERVICE.roles(customerId(first), "fabrikam")).isEmpty();
            assertThat(SERVICE.roles(customerId(first), "contoso")).containsExactlyInAnyOrderElementsOf(MAIL.roles());
        }

        @Test
        void from_nobody_where_the_term_of_the_last_holder_is_over() {
            // given
            life.sent(FIONA, customer, MAIL);
            life.approve(customer, MAIL);
            life.jobs().pass(Duration.ofDays(366));

            // when
            Request request = life.sent(PAULA, customer, MAIL);
            life.approve(customer, MAIL);

            // then
            assertThat(held(request)).extracting(Permission::holder).containsExactly("contoso");
        }
    }

    @Nested
    class At_the_service {

        @Test
        void it_is_set_up_once_the_process_owner_did_what_the_service_did_not() {
            // given
            Request request = life.sent(PAULA, customer, MAIL);
            SERVICE.ignore();

            // when
            life.approve(customer, MAIL);
            ProcessInstance grant = running(request);
            life.jobs().runDue();

            // then
            assertThat(held(request)).hasSize(1);
            assertThat(grant).isWaitingAt("Task_SetUpWhatIsMissing");
            assertThat(task()).hasCandidateGroup("camunda-admin");
            assertThat(engine.getTaskService().getVariableLocal(task().getId(), "missing"))
                    .isEqualTo("Mail: Mail administrator (mail-administrator), Mail settings reader (mail-reader)");

            // and when
            SERVICE.set(customerId(request), "contoso", Set.of("mail-administrator", "mail-reader"));
            complete(task());
            life.jobs().runDue();

            // then
            assertThat(grant).isEnded().hasPassed("EndEvent_ServiceSetUp", "EndEvent_PermissionGranted");
            assertThat(TestMail.text(customer, "You approved")).contains("Confirmed by the service itself: Mail");
        }

        @Test
        void both_sides_hear_of_a_delay_and_what_is_lost_meanwhile_is_not_told() {
            // given
            Request request = life.sent(PAULA, customer, MAIL);
            SERVICE.answerWith(500);
            life.approve(customer, MAIL);
            ProcessInstance grant = running(request);

            // when
            life.jobs().passWithFailures(Duration.ofMinutes(25));

            // then
            assertThat(TestMail.text(customer, "has not confirmed")).contains("Contoso Cloud holds the permission");
            int told = SERVICE.messages("permission.granted", customerId(request)).size();

            // and when
            removals.removedByCustomer(held(request).get(0), "Ada Admin", "");
            SERVICE.behave();
            life.jobs().pass(Duration.ofHours(1));

            // then
            assertThat(grant).isEnded().hasPassed("EndEvent_DelayReported");
            assertThat(SERVICE.messages("permission.granted", customerId(request))).hasSize(told);
            assertThat(SERVICE.roles(customerId(request), "contoso")).isEmpty();
        }
    }

    private String customerId(Request request) {
        return relationships.get(request.relationshipId()).customer().id().toString();
    }

    private ProcessInstance running(Request request) {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(GrantProcess.KEY)
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
    }

    private List<Permission> held(Request request) {
        UUID of = relationships.get(request.relationshipId()).customer().id();
        return permissions.heldAt(of, clock.instant());
    }
}
