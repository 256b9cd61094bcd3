package io.mandate.engine.jobs;

import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The workers of a node. A job is theirs for a short time only, which is renewed for as long as the node lives: when it dies,
 * others may have its jobs soon, however long a job takes.
 */
class NodeJobExecutor extends SpringJobExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(NodeJobExecutor.class);

    private final HeldJobs held = new HeldJobs();
    private final ThreadPoolTaskExecutor workers;
    private final JobLeases leases;
    private final boolean handingOver;
    private final ThreadLocal<Boolean> silent = ThreadLocal.withInitial(() -> false);
    private ScheduledExecutorService keeper;

    NodeJobExecutor(ThreadPoolTaskExecutor workers, JobLeases leases, boolean handingOver) {
        this.workers = workers;
        this.leases = leases;
        this.handingOver = handingOver;
        setTaskExecutor(workers);
    }

    boolean isHandingOver() {
        return handingOver && isActive();
    }

    /** Whether somebody would begin with another job now, or soon. */
    boolean hasRoom() {
        ThreadPoolExecutor pool = workers.getThreadPoolExecutor();
        return !pool.isShutdown()
                && (pool.getQueue().remainingCapacity() > 0 || pool.getActiveCount() < pool.getMaximumPoolSize());
    }

    /** Until when a job stays this node's that it takes now. */
    Date leaseEnd() {
        return new Date(ClockUtil.getCurrentTime().getTime() + getLockTimeInMillis());
    }

    /** Runs jobs that are locked by this node and committed; where no worker has room, they are free for every node. */
    void handOver(List<String> jobs, ProcessEngineImpl engine) {
        held.take(jobs);
        try {
            workers.execute(new HeldJobsRun(jobs, engine, held, silent::set));
        } catch (RejectedExecutionException full) {
            held.release(jobs);
            giveBack(jobs, engine);
        }
    }

    /** Not in the thread that committed: it still has its connection, and must not wait for a second one. */
    private void giveBack(List<String> jobs, ProcessEngineImpl engine) {
        try {
            keeper().execute(() -> unlock(jobs, engine));
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The node stops: its jobs {} are free when their lease runs out", jobs);
        }
    }

    private void unlock(List<String> jobs, ProcessEngineImpl engine) {
        try {
            jobs.forEach(job -> engine.getProcessEngineConfiguration().getCommandExecutorTxRequired()
                    .execute(new UnlockJobCmd(job)));
            jobWasAdded();
        } catch (RuntimeException gone) {
            LOG.debug("Jobs {} are free when their lease runs out", jobs, gone);
        }
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        held.take(jobs);
        return new HeldJobsRun(jobs, engine, held, ignored -> {});
    }

    /** Has the database asked for jobs at once; not for jobs that were handed over and are done, which say nothing about others. */
    @Override
    public void jobWasAdded() {
        if (!silent.get()) {
            super.jobWasAdded();
        }
    }

    @Override
    protected void startExecutingJobs() {
        long third = getLockTimeInMillis() / 3L;
        keeper().scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS);
        super.startExecutingJobs();
    }

    @Override
    protected void stopExecutingJobs() {
        super.stopExecutingJobs();
        stopKeeper();
    }

    private synchronized ScheduledExecutorService keeper() {
        if (keeper == null) {
            keeper = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "job-leases");
                thread.setDaemon(true);
                return thread;
            });
        }
        return keeper;
    }

    private synchronized void stopKeeper() {
        if (keeper != null) {
            keeper.shutdown();
            keeper = null;
        }
    }

    void renew() {
        try {
            Date end = leaseEnd();
            held.renew(end, jobs -> leases.renew(jobs, getLockOwner(), end));
        } catch (RuntimeException failed) {
            LOG.warn("The leases of this node's jobs were not renewed: {}", failed.getMessage());
        }
    }
}
