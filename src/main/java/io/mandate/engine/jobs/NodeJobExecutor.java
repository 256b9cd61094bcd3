package io.mandate.engine.jobs;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The workers of a node. A job is theirs for a short time only, which is renewed for as long as the node lives: when it dies,
 * others may have its jobs soon, however long a job takes.
 */
class NodeJobExecutor extends SpringJobExecutor {

    private final HeldJobs held = new HeldJobs();
    private final ThreadPoolTaskExecutor workers;
    private final LeaseKeeper keeper;
    private final boolean handingOver;
    private final AtomicInteger promised = new AtomicInteger();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Boolean> silent = ThreadLocal.withInitial(() -> false);

    NodeJobExecutor(ThreadPoolTaskExecutor workers, JobLeases leases, boolean handingOver) {
        this.workers = workers;
        this.keeper = new LeaseKeeper(this, leases, held);
        this.handingOver = handingOver;
        setTaskExecutor(workers);
    }

    boolean isHandingOver() {
        return handingOver && isActive();
    }

    /** Whether somebody would begin with another job now, or soon, after those that other transactions were promised. */
    boolean hasRoom() {
        ThreadPoolExecutor pool = workers.getThreadPoolExecutor();
        return !pool.isShutdown() && promised.get()
                < pool.getQueue().remainingCapacity() + pool.getMaximumPoolSize() - pool.getActiveCount();
    }

    /** So many runs more will be asked for; a negative number when they were, or are not any more. */
    void promise(int runs) {
        promised.addAndGet(runs);
    }

    /** Until when a job stays this node's that it takes now. */
    Date leaseEnd() {
        return new Date(ClockUtil.getCurrentTime().getTime() + getLockTimeInMillis());
    }

    boolean owns(JobEntity job) {
        return getLockOwner().equals(job.getLockOwner());
    }

    /** Not where the lease has run out: another node may take it this moment. */
    boolean mayRun(JobEntity job) {
        return owns(job) && job.getLockExpirationTime() != null && job.getLockExpirationTime().after(ClockUtil.getCurrentTime());
    }

    /** A job of this instance has to wait until another one of it, which runs now, comes to its end. */
    void waits(String instance) {
        busy.add(instance);
    }

    /** A run is over in which jobs of these instances ran; those that waited for it are asked for, as are those that it left. */
    void ended(Set<String> instances, boolean left) {
        if (busy.removeAll(instances) || left) {
            jobWasAdded();
        }
        if (held.all().isEmpty()) {
            busy.clear();
        }
    }

    /** Whether what the present thread says of new jobs is not worth asking the database for them. */
    void silence(boolean on) {
        silent.set(on);
    }

    /**
     * Has jobs run that are locked by this node and committed, but for those that run here already: their lease had run out, and
     * they were taken anew. False where no worker has room.
     */
    boolean begin(List<String> jobs, ProcessEngineImpl engine, boolean handedOver) {
        HeldJobs.Hold hold = held.take(jobs);
        List<String> own = jobs.stream().filter(hold::has).toList();
        boolean begun = own.isEmpty();
        try {
            if (!begun) {
                workers.execute(new HeldJobsRun(hold, own, engine, this, handedOver));
                begun = true;
            }
        } catch (RejectedExecutionException full) {
            return false;
        } finally {
            if (!begun) {
                hold.release();
            }
        }
        return true;
    }

    /** For every node from now on. */
    void giveBack(List<String> jobs) {
        keeper.giveBack(jobs);
    }

    /** Jobs that nobody has room for are not held meanwhile: the engine asks for them again, or forgets them. */
    @Override
    public void executeJobs(List<String> jobs, ProcessEngineImpl engine) {
        if (!begin(jobs, engine, false)) {
            logRejectedExecution(engine, jobs.size());
            getRejectedJobsHandler().jobsRejected(jobs, engine, this);
        }
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
        keeper.begin();
        super.startExecutingJobs();
    }

    boolean renew() {
        return keeper.renew();
    }
}
