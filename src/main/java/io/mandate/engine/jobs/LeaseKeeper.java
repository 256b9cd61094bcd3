package io.mandate.engine.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the leases of the jobs that a node holds for as long as the node takes jobs, and after that until the last one is
 * done; and gives back what it has no worker for. In threads of their own, which end by themselves when nothing is left to do.
 */
final class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final long SOON_MILLIS = 1_000;
    private static final long IDLE_SECONDS = 5;

    private final NodeJobExecutor node;
    private final JobLeases leases;
    private final HeldJobs held;
    private final ScheduledThreadPoolExecutor renewals = threads("job-leases");
    private final ScheduledThreadPoolExecutor returns = threads("job-returns");
    private final Queue<String> returned = new ConcurrentLinkedQueue<>();
    private boolean keeping;

    LeaseKeeper(NodeJobExecutor node, JobLeases leases, HeldJobs held) {
        this.node = node;
        this.leases = leases;
        this.held = held;
    }

    private static ScheduledThreadPoolExecutor threads(String name) {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        threads.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    synchronized void begin() {
        if (!keeping) {
            keeping = true;
            next(true);
        }
    }

    /** A renewal that failed is tried again soon: the lease is longer than a wait for a connection, but not by much. */
    private void next(boolean renewed) {
        renewals.schedule(this::keep, renewed ? node.getLockTimeInMillis() / 3L : SOON_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void keep() {
        boolean renewed = renew();
        synchronized (this) {
            keeping = node.isActive() || renewed && !held.all().isEmpty();
            if (keeping) {
                next(renewed);
            }
        }
    }

    /** Whether all are renewed; whatever goes wrong, the next renewal is not called off. */
    boolean renew() {
        try {
            leases.renew(held.all(), node.getLockOwner(), node.leaseEnd());
            return true;
        } catch (Throwable failed) {
            LOG.warn("The leases of this node's jobs were not renewed: {}", failed.getMessage());
            return false;
        }
    }

    /** Not in the thread that committed: it still has its connection, and must not wait for a second one. */
    void giveBack(List<String> jobs) {
        returned.addAll(jobs);
        returns.execute(this::giveBack);
    }

    private void giveBack() {
        List<String> jobs = new ArrayList<>();
        for (String job = returned.poll(); job != null; job = returned.poll()) {
            jobs.add(job);
        }
        try {
            leases.end(jobs, node.getLockOwner());
            node.jobWasAdded();
        } catch (RuntimeException gone) {
            LOG.debug("Jobs {} are free when their lease runs out", jobs, gone);
        }
    }
}
