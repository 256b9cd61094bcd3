package io.mandate.engine.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The jobs that are in this node's hands, waiting for a worker or run by one: each in one hand only. */
final class HeldJobs {

    private final Map<String, Hold> holds = new HashMap<>();

    /** A hold of those of the jobs that nobody here has yet. */
    Hold take(Collection<String> jobs) {
        Hold hold = new Hold();
        hold.add(jobs);
        return hold;
    }

    synchronized Set<String> all() {
        return Set.copyOf(holds.keySet());
    }

    /** What one run has, or will have as soon as a worker begins with it. */
    final class Hold {

        /** Those that nobody here has yet are held, too. */
        void add(Collection<String> jobs) {
            synchronized (HeldJobs.this) {
                jobs.forEach(job -> holds.putIfAbsent(job, this));
            }
        }

        boolean has(String job) {
            synchronized (HeldJobs.this) {
                return holds.get(job) == this;
            }
        }

        /** Run to the end, or left to others. */
        void release(String job) {
            synchronized (HeldJobs.this) {
                holds.remove(job, this);
            }
        }

        void release() {
            synchronized (HeldJobs.this) {
                holds.values().removeIf(hold -> hold == this);
            }
        }
    }
}
