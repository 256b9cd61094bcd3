package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.acceptance.DeadLinkException;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.EndingRefusedException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.TerminationStatus;
import io.mandate.relationship.Terminations;
import io.mandate.revocation.Removals;
import io.mandate.termination.Terminating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.TestPropertySource;

/** Both sides act at the same moment, on PostgreSQL: one is refused, and whatever wins is true of record and process. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class EndRaceTests {

    private static final int ROUNDS = 8;
    private static final List<Class<?>> TOO_LATE = List.of(EndingRefusedException.class, PermissionChangedException.class,
            ConcurrencyFailureException.class, DeadLinkException.class);

    @Autowired Lifecycle life;
    @Autowired Terminating terminating;
    @Autowired Terminations terminations;
    @Autowired Removals removals;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Revocations revocations;
    @Autowired Requests requests;
    @Autowired RuntimeService runtime;
    @Autowired Clock clock;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private String customer;
    private Request request;

    @BeforeEach
    void a_relationship_in_force() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.jobs().runDue();
    }

    @AfterEach
    void everybody_goes() {
        people.shutdownNow();
    }

    @RepeatedTest(ROUNDS)
    void confirming_and_taking_back() throws Exception {
        // given
        Termination asked = ask(Side.PARTNER, "Paula Pérez");

        // when
        List<Throwable> refused = atOnce(() -> confirm(asked), () -> terminating.takeBack(asked.id(), Side.PARTNER, "Paula Pérez"));

        // then
        assertThat(refused).singleElement().satisfies(EndRaceTests::isTooLate);
        boolean ended = terminations.get(asked.id()).status() == TerminationStatus.ENDED;
        assertThat(relationship().status()).isEqualTo(ended ? RelationshipStatus.ENDED : RelationshipStatus.IN_FORCE);
        assertThat(relationship().isOnDuty()).isEqualTo(!ended);
        assertThat(held()).hasSize(ended ? 0 : 1);
        nothingIsLeftRunning();
    }

    @RepeatedTest(ROUNDS)
    void both_sides_ask() throws Exception {
        // when
        List<Throwable> refused = atOnce(() -> ask(Side.PARTNER, "Paula Pérez"), () -> ask(Side.CUSTOMER, "Ada Admin"));

        // then
        assertThat(refused).singleElement().isInstanceOf(EndingRefusedException.class);
        assertThat(terminations.of(request.relationshipId())).singleElement().satisfies(one -> assertThat(one.isOpen()).isTrue());
        assertThat(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).list()).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void the_end_and_a_removal_by_the_customer() throws Exception {
        // given
        Termination asked = ask(Side.PARTNER, "Paula Pérez");
        Permission shown = held().get(0);

        // when
        List<Throwable> refused = atOnce(() -> confirm(asked), () -> removals.removedByCustomer(shown, "Ben Boss", ""));

        // then
        assertThat(refused).allSatisfy(EndRaceTests::isTooLate);
        if (terminations.get(asked.id()).isOpen()) {
            confirm(asked);
        }
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(held()).isEmpty();
        assertThat(revocations.of(request.relationshipId())).hasSize(1);
        nothingIsLeftRunning();
    }

    @RepeatedTest(ROUNDS)
    void the_end_and_an_approval() throws Exception {
        // given
        Request waiting = life.sent(PAULA, customer, INFRASTRUCTURE);
        String token = life.proven(customer);
        Termination asked = ask(Side.PARTNER, "Paula Pérez");

        // when
        List<Throwable> refused = atOnce(
                () -> confirm(asked), () -> life.approve(token, customer, List.of(new Choice(INFRASTRUCTURE, ""))));

        // then
        assertThat(refused).allSatisfy(EndRaceTests::isTooLate);
        if (terminations.get(asked.id()).isOpen()) {
            confirm(asked);
        }
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(held()).isEmpty();
        assertThat(requests.get(waiting.id()).status().isOpen()).isFalse();
        nothingIsLeftRunning();
    }

    private Termination ask(Side side, String who) {
        return terminating.ask(request.relationshipId(), side, who, "");
    }

    private Void confirm(Termination asked) {
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");
        return null;
    }

    private Relationship relationship() {
        return relationships.get(request.relationshipId());
    }

    private List<Permission> held() {
        return permissions.heldBy(request.relationshipId(), clock.instant());
    }

    private void nothingIsLeftRunning() {
        life.jobs().runDue();
        assertThat(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).list()).isEmpty();
    }

    private static void isTooLate(Throwable refused) {
        assertThat(TOO_LATE).as(refused.toString()).anyMatch(kind -> kind.isInstance(refused));
    }

    /** Lets both go at the same moment; what either was refused with. */
    private List<Throwable> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Throwable> refused = new ArrayList<>();
        for (Future<?> done : people.invokeAll(List.of(together(start, one), together(start, other)))) {
            try {
                done.get();
            } catch (ExecutionException failed) {
                refused.add(failed.getCause());
            }
        }
        return refused;
    }

    private static Callable<Object> together(CyclicBarrier start, Callable<?> act) {
        return () -> {
            start.await();
            return act.call();
        };
    }
}
