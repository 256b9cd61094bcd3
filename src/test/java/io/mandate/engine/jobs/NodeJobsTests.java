package io.mandate.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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

    private static void pause() {
        try {
            gate.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
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
        void is_promised_to_no_more_workers_than_there_are() {
            gate = new CountDownLatch(1);
            nodes.transactions.executeWithoutResult(transaction -> {
                List.of(1, 2, 3, 4).forEach(one -> nodes.first.start("one"));
                assertThat(nodes.owned()).isEqualTo(3);
                transaction.setRollbackOnly();
            });

            nodes.first.start("one");
            assertThat(nodes.owner(nodes.job("step").getId())).isEqualTo(nodes.first.workers.getLockOwner());
        }

        @Test
        void is_free_again_where_the_workers_were_busy_after_all() {
            gate = new CountDownLatch(1);
            nodes.transactions.executeWithoutResult(transaction -> {
                nodes.first.start("one");
                nodes.first.occupy(NodeJobsTests::pause);
            });
            String job = nodes.job("step").getId();

            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.second.acquire()).containsExactly(List.of(job)));
        }

        @Test
        void waits_for_whoever_asks_where_the_node_may_not_run_its_version() {
            String deployment = nodes.first.engine.getRepositoryService().createDeploymentQuery().singleResult().getId();
            ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) nodes.first.engine.getProcessEngineConfiguration();
            nodes.first.engine.getManagementService().unregisterDeploymentForJobExecutor(deployment);
            settings.setJobExecutorDeploymentAware(true);
            try {
                nodes.first.start("one");
                assertThat(nodes.owner(nodes.job("step").getId())).isNull();
            } finally {
                settings.setJobExecutorDeploymentAware(false);
                nodes.first.engine.getManagementService().registerDeploymentForJobExecutor(deployment);
            }
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
        void are_not_handed_over_while_another_one_runs_and_are_asked_for_when_it_is_over() {
            gate = new CountDownLatch(1);
            nodes.first.start("branches");
            await().atMost(1, TimeUnit.MINUTES).until(() -> AT_ONCE.get() == 1);
            int before = nodes.first.asked.get();

            nodes.first.engine.getTaskService().complete(
                    nodes.first.engine.getTaskService().createTaskQuery().singleResult().getId());

            assertThat(nodes.owner(nodes.job("right").getId())).isNull();
            assertThat(nodes.second.acquire()).isEmpty();
            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.first.asked).hasValueGreaterThan(before));

            int meanwhile = nodes.first.asked.get();
            gate.countDown();
            await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.first.asked).hasValueGreaterThan(meanwhile));
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
    class A_job_of_another_node {

        private String job;

        @BeforeEach
        void which_this_one_had_before() {
            nodes.second.start("one");
            job = nodes.job("step").getId();
            assertThat(nodes.second.acquire()).containsExactly(List.of(job));
        }

        @Test
        void is_not_run() {
            nodes.first.run(List.of(job));

            await().atMost(1, TimeUnit.MINUTES).until(() -> nodes.first.isIdle());
            assertThat(DONE).isEmpty();
            assertThat(nodes.owner(job)).isEqualTo(nodes.second.workers.getLockOwner());
        }

        @Test
        void is_not_freed() {
            ((ProcessEngineConfigurationImpl) nodes.first.engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                    .execute(new UnlockOwnJob(job, nodes.first.workers));

            assertThat(nodes.owner(job)).isEqualTo(nodes.second.workers.getLockOwner());
        }

        @Test
        void is_not_renewed_where_no_worker_had_room_for_it_when_it_was_this_ones() {
            gate = new CountDownLatch(1);
            nodes.pass(TwoNodes.LEASE_MILLIS + 1_000);
            assertThat(nodes.first.acquire()).containsExactly(List.of(job));
            nodes.first.occupy(NodeJobsTests::pause);
            nodes.first.run(List.of(job));
            Date end = nodes.leaseEnd(job);
            nodes.pass(1_000);

            assertThat(nodes.first.workers.renew()).isTrue();

            assertThat(nodes.leaseEnd(job)).isEqualTo(end);
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
        void that_ran_out_and_was_taken_anew_does_not_have_the_job_run_twice() {
            nodes.pass(TwoNodes.LEASE_MILLIS + 1_000);
            assertThat(nodes.first.acquire()).containsExactly(List.of(job));

            nodes.first.run(List.of(job));

            gate.countDown();
            await().atMost(1, TimeUnit.MINUTES).until(() -> nodes.first.isIdle());
            assertThat(DONE).hasSize(1);
        }

        @Test
        void of_a_job_that_another_transaction_changes_is_left_for_the_next_time() {
            nodes.transactions.executeWithoutResult(transaction -> {
                nodes.lock(job);
                assertThat(CompletableFuture.supplyAsync(nodes.first.workers::renew).join()).isTrue();
            });
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

    @Nested
    class A_node_that_stops {

        @Test
        void renews_the_leases_of_its_last_jobs_until_they_are_done() {
            gate = new CountDownLatch(1);
            try (TwoNodes.Node node = nodes.third(NodeJobsTests::work)) {
                node.workers.setLockTimeInMillis(TwoNodes.SHORT_LEASE_MILLIS);
                node.workers.start();
                node.start("one");
                await().atMost(1, TimeUnit.MINUTES).until(() -> AT_ONCE.get() == 1);
                node.workers.shutdown();
                String job = nodes.job("step").getId();
                Date end = nodes.leaseEnd(job);

                await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(nodes.leaseEnd(job)).isAfter(end));

                gate.countDown();
                await().atMost(1, TimeUnit.MINUTES).until(node::isIdle);
            }
        }
    }
}
