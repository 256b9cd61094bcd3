package io.mandate.restoration;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Permission;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The ends of the diagram restoration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestorationProcessTests extends ReturnedRequestTest {

    private static final AskedPermission LESS = new AskedPermission("mail", List.of("mail-reader"), 30);

    @AfterAll
    void every_node_and_flow_was_passed(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missed(RestorationProcess.KEY)).isEmpty();
    }

    @Nested
    class Permission_granted {

        @Test
        void when_the_customer_gives_back_what_was_lost() {
            // given
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.WITHOUT_PERMISSION);
            List<AskedPermission> lost = restorables.of(relationship, PAULA).lost();
            assertThat(lost).containsExactly(MAIL);

            // when
            Request request = ask(SentBy.MANDATE, lost.toArray(AskedPermission[]::new));
            ProcessInstance instance = running(request);
            assertThat(instance).isWaitingAt("Task_SendRequest");
            life.jobs().runDue();
            assertThat(instance).isWaitingAt("CallActivity_WaitForAcceptance");
            life.approve(customer, MAIL);
            life.jobs().runDue();

            // then
            assertThat(instance).isEnded().hasPassed("CallActivity_GrantPermission", "EndEvent_PermissionGranted")
                    .hasNotPassed("Task_ReportDecline", "Task_ReportExpiry");
            assertThat(held()).extracting(Permission::requestId).containsExactly(request.id());
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.IN_FORCE);
            assertThat(requests.get(request.id()).kind()).isEqualTo(RequestKind.RESTORATION);
            assertThat(TestMail.text(PAULA.address().value(), "approved your request")).contains("Mail");
        }

        @Test
        void when_only_a_further_service_is_asked_for() {
            // when
            Request request = sent(INFRASTRUCTURE);
            life.approve(customer, INFRASTRUCTURE);

            // then
            assertThat(requests.get(request.id()).kind()).isEqualTo(RequestKind.ADDITIONAL_SERVICE);
            assertThat(TestMail.text(customer, "a further service")).contains("Infrastructure operator");
            assertThat(held()).extracting(Permission::service).containsExactly("infrastructure");
        }

        @Test
        void when_the_customer_takes_it_back_from_another_partner() {
            // given
            Request fionas = life.sent(FIONA, customer, MAIL);
            life.approve(customer, MAIL);
            assertThat(restorables.of(relationship, PAULA).taken()).containsExactly("mail");

            // when
            sent(MAIL);
            life.approve(life.proven(customer), customer, List.of(new Choice(LESS, "fabrikam")));
            life.jobs().runDue();

            // then
            assertThat(held()).singleElement().satisfies(permission -> {
                assertThat(permission.holder()).isEqualTo("contoso");
                assertThat(permission.roles()).containsExactly("mail-reader");
            });
            assertThat(relationships.get(fionas.relationshipId()).status()).isEqualTo(RelationshipStatus.WITHOUT_PERMISSION);
        }

        @Test
        void when_the_partner_sends_the_link_with_their_own_mail_program() {
            // when
            Request request = ask(SentBy.PARTNER, MAIL);

            // then
            assertThat(running(request)).isWaitingAt("CallActivity_WaitForAcceptance").hasNotPassed("Task_SendRequest");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        }

        @Test
        void when_the_mail_goes_out_again_with_a_new_link() {
            // given
            Request request = sent(MAIL);
            String first = TestMail.link(customer);

            // when
            own.sendAgain(request.id(), SentBy.MANDATE, PAULA);
            life.jobs().runDue();

            // then
            assertThat(TestMail.link(customer)).isNotEqualTo(first);
            life.approve(customer, MAIL);
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void when_a_refused_address_was_corrected() {
            // given
            TestMail.refuse(customer);
            Request request = sent(MAIL);
            ProcessInstance instance = running(request);
            assertThat(instance).isWaitingAt("Task_CorrectAddress");

            // when
            String corrected = customer.replace("ada@", "bob@");
            own.correctAddress(request.id(), corrected, PAULA);
            life.jobs().runDue();

            // then
            assertThat(instance).isWaitingAt("CallActivity_WaitForAcceptance");
            life.approve(corrected, MAIL);
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        }
    }

    @Nested
    class Request_declined {

        @Test
        void when_the_customer_says_no_and_the_relationship_stays() {
            // given
            Request request = sent(MAIL);
            ProcessInstance instance = running(request);

            // when
            life.decline(customer, "Not again");
            life.jobs().runDue();

            // then
            assertThat(instance).isEnded().hasPassed("Task_ReportDecline", "EndEvent_RequestDeclined")
                    .hasNotPassed("CallActivity_GrantPermission");
            assertThat(TestMail.text(PAULA.address().value(), "declined")).contains("Not again");
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.WITHOUT_PERMISSION);
            assertThat(relationship().dutySince()).isPresent();
        }
    }

    @Nested
    class Request_expired {

        @Test
        void when_nobody_answers_for_ninety_days() {
            // given
            Request request = sent(MAIL);
            ProcessInstance instance = running(request);

            // when
            life.jobs().pass(Duration.ofDays(91));

            // then
            assertThat(instance).isEnded().hasPassed("Task_ReportExpiry", "EndEvent_RequestExpired");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.EXPIRED);
            assertThat(relationship().status()).isEqualTo(RelationshipStatus.WITHOUT_PERMISSION);
        }

        @Test
        void when_a_refused_address_is_never_corrected() {
            // given
            TestMail.refuse(customer);
            Request request = sent(MAIL);
            ProcessInstance instance = running(request);

            // when
            life.jobs().pass(Duration.ofDays(91));

            // then
            assertThat(instance).isEnded().hasPassed("Event_ValidityOver", "EndEvent_RequestExpired")
                    .hasNotPassed("CallActivity_WaitForAcceptance");
        }
    }

    @Nested
    class Request_withdrawn {

        @Test
        void when_the_partner_takes_it_back_before_the_answer() {
            // given
            Request request = sent(MAIL);
            ProcessInstance instance = running(request);

            // when
            own.withdraw(request.id(), PAULA);

            // then
            assertThat(instance).isEnded().hasPassed("CallActivity_WaitForAcceptance", "EndEvent_RequestWithdrawn");
            assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
        }

        @Test
        void when_the_partner_takes_it_back_while_the_mail_cannot_be_sent() {
            // given
            TestMail.failFor(customer);
            Request request = ask(SentBy.MANDATE, MAIL);
            ProcessInstance instance = running(request);
            life.jobs().failUntilIncident(instance.getId());

            // when
            own.withdraw(request.id(), PAULA);

            // then
            assertThat(instance).isEnded().hasPassed("Event_DeliveryWithdrawn", "EndEvent_RequestWithdrawn");
        }
    }
}
