package io.mandate.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LeasesTests extends NodeJobsTest {

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
            nodes.first.occupy(NodeJobsTest::pause);
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
            try (TwoNodes.Node node = nodes.third(NodeJobsTest::work)) {
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
