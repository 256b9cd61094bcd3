package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.TermChange;
import io.mandate.relationship.TermChanges;
import io.mandate.revocation.Removals;
import io.mandate.termchange.LastDays;
import io.mandate.termchange.Shortening;
import io.mandate.termchange.Shortenings;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.springframework.test.context.TestPropertySource;

/** Two administrators change the same permission at the same moment, on PostgreSQL: one wins, the other hears it, all agree. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class TermRaceTests {

    private static final int ROUNDS = 8;

    @Autowired Lifecycle life;
    @Autowired Shortenings shortenings;
    @Autowired Removals removals;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired TermChanges changes;
    @Autowired Revocations revocations;
    @Autowired RuntimeService runtime;
    @Autowired Clock clock;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private Request request;
    private Permission shown;

    @BeforeEach
    void a_permission_that_both_look_at() {
        TestMail.acceptAll();
        String customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.jobs().runDue();
        shown = held().get(0);
    }

    @AfterEach
    void everybody_goes() {
        people.shutdownNow();
    }

    @RepeatedTest(ROUNDS)
    void shortening_and_removal() throws Exception {
        // when
        List<Throwable> refused = atOnce(() -> shorten(30), () -> removals.removedByCustomer(shown, "Ben Boss", ""));

        // then
        assertThat(refused).singleElement().isInstanceOf(PermissionChangedException.class);
        List<TermChange> shortened = changes.of(request.relationshipId());
        boolean removed = !revocations.of(request.relationshipId()).isEmpty();
        assertThat(shortened).hasSize(removed ? 0 : 1);
        assertThat(held()).extracting(Permission::endsAt).isEqualTo(shortened.stream().map(TermChange::after).toList());
        assertThat(relationships.get(request.relationshipId()).status().isInForce()).isTrue();
        nothingIsLeftRunning();
    }

    @RepeatedTest(ROUNDS)
    void two_shortenings() throws Exception {
        // when
        List<Throwable> refused = atOnce(() -> shorten(30), () -> shorten(60));

        // then
        assertThat(refused).singleElement().isInstanceOf(PermissionChangedException.class);
        assertThat(changes.of(request.relationshipId())).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(shown.endsAt());
            assertThat(held()).extracting(Permission::endsAt).containsExactly(change.after());
        });
        nothingIsLeftRunning();
    }

    private TermChange shorten(int days) {
        Shortening wish = new Shortening(Optional.of(LastDays.of(shown, clock.instant()).first().plusDays(days)), "");
        return shortenings.byCustomer(shown, wish, "Ada Admin");
    }

    private List<Permission> held() {
        return permissions.heldBy(request.relationshipId(), clock.instant());
    }

    private void nothingIsLeftRunning() {
        life.jobs().runDue();
        assertThat(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).list()).isEmpty();
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
