package io.mandate.engine.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * When a node stops, no job is begun any more and those that run come to their end, before anything else is closed. Otherwise a
 * job would be broken off, a mail sent twice perhaps, and other nodes would have to wait until its lock runs out.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class LastJobs implements SmartLifecycle {

    /** Less than Spring Boot gives each part of a shutdown. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Logger LOG = LoggerFactory.getLogger(LastJobs.class);

    private final JobExecutor jobs;
    private final ThreadPoolTaskExecutor workers;
    private volatile boolean running;

    LastJobs(JobExecutor jobs, @Qualifier("camundaTaskExecutor") TaskExecutor workers) {
        this.jobs = jobs;
        this.workers = (ThreadPoolTaskExecutor) workers;
    }

    @Override
    public void start() {
        // What was taken from the database a moment before is still done.
        workers.setAcceptTasksAfterContextClose(true);
        running = true;
    }

    @Override
    public void stop() {
        jobs.shutdown();
        finish(workers.getThreadPoolExecutor());
        running = false;
    }

    private static void finish(ThreadPoolExecutor pool) {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} jobs did not come to their end; they are run again, by any node, once their lock has run out", pool.getActiveCount());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
