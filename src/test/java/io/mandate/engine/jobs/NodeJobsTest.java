package io.mandate.engine.jobs;

import static org.awaitility.Awaitility.await;

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

/** Two nodes of which one has workers, and a step that waits at a gate, may fail, and says when it was done. */
abstract class NodeJobsTest {

    static final Queue<String> DONE = new ConcurrentLinkedQueue<>();
    static final AtomicInteger AT_ONCE = new AtomicInteger();
    static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
    static volatile CountDownLatch gate = new CountDownLatch(0);
    static volatile boolean failing;
    static TwoNodes nodes;

    @BeforeAll
    static void two_nodes_of_which_one_has_workers() {
        nodes = new TwoNodes(NodeJobsTest::work, 2);
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

    static void pause() {
        try {
            gate.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    static void work(DelegateExecution execution) throws InterruptedException {
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
}
