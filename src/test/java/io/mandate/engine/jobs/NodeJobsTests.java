package io.mandate.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NodeJobsTests extends NodeJobsTest {

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
                nodes.first.occupy(NodeJobsTest::pause);
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
}
