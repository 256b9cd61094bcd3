package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.acceptance.DeadLinkException;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Consents;
import io.mandate.relationship.HolderChangedException;
import io.mandate.relationship.IllegalTransitionException;
import io.mandate.relationship.OpenRequestException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.request.OwnRequests;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Two people do what excludes each other at the same moment, on PostgreSQL: one wins, the other hears why, all agree. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class RaceTests {

    private static final int ROUNDS = 8;

    @Autowired Lifecycle life;
    @Autowired OwnRequests own;
    @Autowired Requests requests;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Consents consents;
    @Autowired RuntimeService runtime;
    @Autowired Clock clock;

    private String customer;

    @BeforeEach
    void a_customer() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
    }

    @RepeatedTest(ROUNDS)
    void two_approvals_of_one_request() throws Exception {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        String token = life.proven(customer);
        AskedPermission less = new AskedPermission("mail", List.of("mail-reader"), 30);

        // when
        List<Throwable> refused = AtOnce.refused(
                () -> life.approve(token, customer, List.of(new Choice(MAIL, ""))),
                () -> life.approve(token, customer, List.of(new Choice(less, ""))));

        // then
        assertThat(refused).singleElement().isInstanceOf(DeadLinkException.class);
        Request after = requests.get(request.id());
        assertThat(after.status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(held(request)).singleElement()
                .satisfies(permission -> assertThat(permission.roles()).isEqualTo(after.approved().get(0).roles()));
        assertThat(consents.find(request.id()).orElseThrow().chosen()).extracting(Choice::permission)
                .isEqualTo(after.approved());
        nothingIsLeftRunning(request);
    }

    @RepeatedTest(ROUNDS)
    void two_takeovers_of_one_service() throws Exception {
        // given
        Request ofPaula = life.sent(PAULA, customer, MAIL);
        String linkOfPaula = life.proven(customer);
        Request ofFiona = life.sent(FIONA, customer, MAIL);
        String linkOfFiona = life.proven(customer);

        // when
        List<Throwable> refused = AtOnce.refused(
                () -> life.approve(linkOfPaula, customer, List.of(new Choice(MAIL, ""))),
                () -> life.approve(linkOfFiona, customer, List.of(new Choice(MAIL, ""))));

        // then
        assertThat(refused).singleElement().isInstanceOf(HolderChangedException.class);
        Permission held = held(ofPaula).get(0);
        Request winner = requests.get(held.requestId());
        Request loser = requests.get(held.requestId().equals(ofPaula.id()) ? ofFiona.id() : ofPaula.id());
        assertThat(winner.status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(loser.status()).isEqualTo(RequestStatus.WAITING);
        assertThat(consents.find(loser.id())).isEmpty();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        nothingIsLeftRunning(winner);

        // and the loser's customer can still decide, now knowing who holds it
        String token = loser.id().equals(ofPaula.id()) ? linkOfPaula : linkOfFiona;
        life.approve(token, customer, List.of(new Choice(MAIL, held.holder())));
        assertThat(held(loser)).extracting(Permission::requestId).containsExactly(loser.id());
    }

    @RepeatedTest(ROUNDS)
    void approval_and_withdrawal() throws Exception {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        String token = life.proven(customer);

        // when
        List<Throwable> refused = AtOnce.refused(
                () -> life.approve(token, customer, List.of(new Choice(MAIL, ""))),
                () -> own.withdraw(request.id(), PAULA));

        // then
        assertThat(refused).singleElement()
                .isInstanceOfAny(DeadLinkException.class, IllegalTransitionException.class);
        boolean approved = requests.get(request.id()).status() == RequestStatus.APPROVED;
        assertThat(held(request)).hasSize(approved ? 1 : 0);
        assertThat(consents.find(request.id()).isPresent()).isEqualTo(approved);
        nothingIsLeftRunning(request);
    }

    @RepeatedTest(ROUNDS)
    void two_requests_for_the_same_service_of_a_new_customer() throws Exception {
        // when
        List<Throwable> refused = AtOnce.refused(
                () -> life.draft(PAULA, customer, MAIL),
                () -> life.draft(PAULA, customer, MAIL));

        // then
        assertThat(refused).singleElement().isInstanceOfSatisfying(OpenRequestException.class, open -> {
            Request first = requests.get(open.open());
            assertThat(requests.of(first.relationshipId())).containsExactly(first);
        });
    }

    private List<Permission> held(Request request) {
        return permissions.heldAt(relationships.get(request.relationshipId()).customer().id(), clock.instant());
    }

    private void nothingIsLeftRunning(Request request) {
        life.jobs().runDue();
        assertThat(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).list()).isEmpty();
    }
}
