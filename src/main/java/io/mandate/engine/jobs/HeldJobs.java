package io.mandate.engine.jobs;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The jobs that are in this node's hands, waiting for a worker or run by one, and until when they are its own. */
final class HeldJobs {

    private final Map<String, Date> until = new HashMap<>();
    private final Object turn = new Object();

    /** From now on its own; where the end is not known yet, the next renewal sets one. */
    synchronized void take(Collection<String> jobs) {
        jobs.forEach(job -> until.putIfAbsent(job, null));
    }

    /** Not its own any more, or run to the end. */
    synchronized void release(Collection<String> jobs) {
        jobs.forEach(until::remove);
    }

    /** Whether the database still says that the job is this node's, as far as the node knows. */
    synchronized boolean holds(String job, Date now) {
        return until.containsKey(job) && (until.get(job) == null || until.get(job).after(now));
    }

    /** As {@link #release}, but waits for a renewal that is under way; says until when it was renewed, if it ever was. */
    Optional<Date> end(String job) {
        synchronized (turn) {
            synchronized (this) {
                return Optional.ofNullable(until.remove(job));
            }
        }
    }

    /** Renews them all. Jobs may be taken and released meanwhile. */
    void renew(Date end, Consumer<Set<String>> renewal) {
        synchronized (turn) {
            Set<String> jobs = all();
            if (!jobs.isEmpty()) {
                renewal.accept(jobs);
                renewed(jobs, end);
            }
        }
    }

    private synchronized Set<String> all() {
        return Set.copyOf(until.keySet());
    }

    private synchronized void renewed(Set<String> jobs, Date end) {
        until.replaceAll((job, before) -> jobs.contains(job) ? end : before);
    }
}
