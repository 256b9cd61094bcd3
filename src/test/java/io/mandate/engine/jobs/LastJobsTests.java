package io.mandate.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** A node that stops while a job runs. */
class LastJobsTests {

    @Test
    void the_job_comes_to_its_end_and_no_other_is_taken() throws Exception {
        // given
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.initialize();
        SpringJobExecutor executor = new SpringJobExecutor();
        executor.setTaskExecutor(pool);
        executor.start();
        LastJobs last = new LastJobs(executor, pool);
        last.start();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        pool.execute(() -> {
            begun.countDown();
            try {
                end.await();
                done.set(true);
            } catch (InterruptedException brokenOff) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();

        // when
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(last::stop);
        CompletableFuture<Void> released = CompletableFuture.runAsync(() -> {
            while (!pool.getThreadPoolExecutor().isShutdown()) {
                Thread.onSpinWait();
            }
            end.countDown();
        });
        CompletableFuture.allOf(stopping, released).join();

        // then
        assertThat(done).isTrue();
        assertThat(executor.isActive()).isFalse();
        assertThat(last.isRunning()).isFalse();
        assertThat(pool.getThreadPoolExecutor().isTerminated()).isTrue();
    }
}
