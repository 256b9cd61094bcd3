package io.mandate.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NodeJobsTests {

    private static final Queue<String> DONE = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger AT_ONCE = new AtomicInteger();
    private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
    private static volatile CountDownLatch gate = new CountDownLatch(0);
    private static volatile boolean failing;
    private static TwoNodes nodes;

    @BeforeAll
    static void two_nodes_of_which_one_has_workers() {
        nodes = new TwoNodes(NodeJobsTests::work, 2);
        nodes.first.workers.start();
    }

    @BeforeEach
    void nothing_was_done() {
        DONE.clear();
        MOST_AT_ONCE.set(0);
        failing = false;
    }

    @AfterEach
    void all_is_over() {
        gate.countDown();
        await().atMost(1, TimeUnit.MINUTES).until(() -> nodes.first.isIdle());
        nodes.clear();
        ClockUtil.reset();
    }

    @AfterAll
    static void all_stop() {
        nodes.close();
    }

    private static void work(DelegateExecution execution) throws InterruptedException {
        MOST_AT_ONCE.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
        try {
            if (!gate.await(1, TimeUnit.MINUTES) || failing) {
                throw new IllegalStateException("The step failed");
            }
            DONE.add(execution.getCurrentActivityId());
        } finally {
            AT_ONCE.decrementAndGet();
        }
    }

    @Nested
    class A_new_job {

        @Test
        void runs_on_the_node_that_made_it() {
            nodes.first.start("one");

            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(DONE).containsExactly("step"));
            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.job("step")).isNull());
        }

        @Test
        void is_locked_from_the_beginning_so_that_no_other_node_takes_it() {
            gate = new CountDownLatch(1);
            nodes.first.start("one");

            assertThat(nodes.owner(nodes.job("step").getId())).isEqualTo(nodes.first.workers.getLockOwner());
            assertThat(nodes.second.acquire()).isEmpty();
        }

        @Test
        void is_not_handed_over_when_its_transaction_is_rolled_back() {
            nodes.transactions.executeWithoutResult(transaction -> {
                nodes.first.start("one");
                transaction.setRollbackOnly();
            });
            nodes.first.start("branches");

            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(DONE).containsExactlyInAnyOrder("left", "middle"));
        }

        @Test
        void waits_for_whoever_asks_where_the_node_has_no_workers() {
            nodes.second.start("one");

            assertThat(nodes.owner(nodes.job("step").getId())).isNull();
            assertThat(nodes.first.acquire()).hasSize(1);
        }

        @Test
        void waits_for_whoever_asks_where_all_workers_are_busy() {
            gate = new CountDownLatch(1);
            for (int busy = 0; busy < 3; busy++) {
                nodes.first.start("one");
                int so = busy;
                await().atMost(1, TimeUnit.MINUTES).until(() -> AT_ONCE.get() == Math.min(so + 1, 2));
            }
            nodes.first.start("one");

            assertThat(nodes.second.acquire()).hasSize(1);
        }

        @Test
        void is_free_again_where_the_workers_were_busy_after_all() {
            gate = new CountDownLatch(1);
            // Four in one transaction: there was room before any of them was handed over.
            nodes.transactions.executeWithoutResult(transaction -> List.of(1, 2, 3, 4).forEach(one -> nodes.first.start("one")));

            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.second.acquire()).hasSize(1));
        }
    }

    @Nested
    class Jobs_of_one_instance {

        @Test
        void run_one_after_the_other() {
            nodes.first.start("branches");

            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(DONE).containsExactlyInAnyOrder("left", "middle"));
            assertThat(MOST_AT_ONCE).hasValue(1);
        }

        @Test
        void are_not_handed_over_while_another_one_runs() {
            gate = new CountDownLatch(1);
            nodes.first.start("branches");
            await().atMost(1, TimeUnit.MINUTES).until(() -> AT_ONCE.get() == 1);

            nodes.second.engine.getTaskService().complete(
                    nodes.second.engine.getTaskService().createTaskQuery().singleResult().getId());
            String third = nodes.job("right").getId();
            assertThat(nodes.owner(third)).isNull();
            assertThat(nodes.second.acquire()).isEmpty();
        }

        @Test
        void are_handed_over_when_no_other_runs_any_more() {
            nodes.first.start("branches");
            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.job("left")).isNull());
            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.job("middle")).isNull());

            nodes.first.engine.getTaskService().complete(
                    nodes.first.engine.getTaskService().createTaskQuery().singleResult().getId());

            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(DONE).contains("right"));
        }
    }

    @Nested
    class A_lease {

        private String job;

        @BeforeEach
        void of_a_job_that_takes_long() {
            gate = new CountDownLatch(1);
            nodes.first.start("one");
            await().atMost(1, TimeUnit.MINUTES).until(() -> AT_ONCE.get() == 1);
            job = nodes.job("step").getId();
        }

        @Test
        void is_renewed_while_the_node_lives() {
            nodes.pass(TwoNodes.LEASE_MILLIS - 1_000);
            nodes.first.workers.renew();
            nodes.pass(TwoNodes.LEASE_MILLIS - 1_000);

            assertThat(nodes.second.acquire()).isEmpty();
        }

        @Test
        void runs_out_when_the_node_dies_and_another_one_takes_over() {
            // Nothing renews it: the node is dead.
            nodes.pass(TwoNodes.LEASE_MILLIS + 1_000);

            assertThat(nodes.second.acquire()).containsExactly(List.of(job));
            assertThat(nodes.owner(job)).isEqualTo(nodes.second.workers.getLockOwner());
        }

        @Test
        void that_is_lost_is_not_renewed() {
            nodes.pass(TwoNodes.LEASE_MILLIS + 1_000);
            nodes.second.acquire();
            nodes.first.workers.renew();

            assertThat(nodes.owner(job)).isEqualTo(nodes.second.workers.getLockOwner());
        }

        @Test
        void that_was_renewed_does_not_keep_a_failure_from_being_counted() {
            int retries = nodes.job("step").getRetries();
            nodes.pass(TwoNodes.LEASE_MILLIS / 3);
            nodes.first.workers.renew();
            failing = true;
            gate.countDown();

            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.job("step").getRetries()).isLessThan(retries));
        }
    }
}
