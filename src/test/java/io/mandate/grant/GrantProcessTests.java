package io.mandate.grant;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.HolderChangedException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
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

/** The end of the diagram grant, with and without a takeover. */
@MandateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantProcessTests {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
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
            assertThat(grant).isWaitingAt("Task_TellBothSides");
            assertThat(held(request)).singleElement().satisfies(permission -> {
                assertThat(permission.holder()).isEqualTo("contoso");
                assertThat(permission.roles()).containsExactly("mail-administrator", "mail-reader");
                assertThat(permission.endsAt()).isEqualTo(permission.grantedAt().plus(Duration.ofDays(365)));
            });

            // and when
            life.jobs().runDue();

            // then
            assertThat(grant).isEnded().hasPassed("EndEvent_PermissionGranted").hasNotPassed("Task_TellPreviousPartner");
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
            assertThat(grant).isWaitingAt("Task_TellPreviousPartner");
            life.jobs().runDue();

            // then
            assertThat(grant).isEnded().hasPassed("Task_TellPreviousPartner", "EndEvent_PermissionGranted");
            assertThat(held(second)).extracting(Permission::holder).containsExactly("contoso", "contoso");
            assertThat(TestMail.to("fiona@fabrikam.example")).anySatisfy(mail -> assertThat(TestMail.text(mail))
                    .contains("/requests/" + first.id()).doesNotContain("Contoso"));
            assertThat(relationships.get(first.relationshipId()).dutySince()).isPresent();
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
    class Nothing_is_granted {

        @Test
        void where_another_than_the_one_shown_holds_it_by_now() {
            // given
            Request request = life.sent(PAULA, customer, MAIL);
            String token = life.proven(customer);
            life.sent(FIONA, customer, MAIL);
            life.approve(customer, MAIL);

            // when
            assertThatThrownBy(() -> life.approve(token, customer, List.of(new Choice(MAIL, ""))))
                    .isInstanceOf(HolderChangedException.class);

            // then
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
            assertThat(held(request)).extracting(Permission::holder).containsExactly("fabrikam");
        }

        @Test
        void where_the_process_is_started_from_outside() {
            assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey(GrantProcess.KEY))
                    .isInstanceOf(BadUserRequestException.class);
        }
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
