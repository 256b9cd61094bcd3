package io.mandate.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** Runs the engine's jobs and moves its clock, in tests without workers. */
public final class Jobs {

    private final ManagementService management;

    public Jobs(ManagementService management) {
        this.management = management;
    }

    /** Runs what is due, again and again, until nothing is. Fails with the first job that fails. */
    public void runDue() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** The ids of the jobs that are due now. */
    public List<String> dueIds() {
        return due().stream().map(Job::getId).toList();
    }

    /** Runs one job. */
    public void run(String id) {
        management.executeJob(id);
    }

    /** Runs one job, which somebody may take away at the same moment. */
    public void runUnlessGone(String id) {
        try {
            management.executeJob(id);
        } catch (ProcessEngineException | NullPointerException gone) {
            if (management.createJobQuery().jobId(id).withException().count() > 0) {
                throw gone;
            }
        }
    }

    /** Moves the clock to just after the next timer that is not yet due. */
    public void moveToNextTimer() {
        Job next = management.createJobQuery().active().timers().duedateHigherThan(ClockUtil.getCurrentTime())
                .orderByJobDuedate().asc().listPage(0, 1).get(0);
        ClockUtil.setCurrentTime(new Date(next.getDuedate().getTime() + 1));
    }

    /** Runs the failing job of an instance until its retries are used up and an incident shows it. */
    public void failUntilIncident(String instance) {
        for (Job job = failing(instance); job.getRetries() > 0; job = failing(instance)) {
            if (job.getDuedate().after(ClockUtil.getCurrentTime())) {
                ClockUtil.setCurrentTime(job.getDuedate());
            }
            try {
                management.executeJob(job.getId());
                throw new AssertionError("The job was to fail");
            } catch (RuntimeException expected) {
                // It counts in the engine's record of retries, which is what the loop waits for.
            }
        }
    }

    private Job failing(String instance) {
        return management.createJobQuery().processInstanceId(instance).messages().singleResult();
    }

    /** Moves the clock by so much, and runs each job at the time at which it is due on the way. */
    public void pass(Duration time) {
        Instant end = ClockUtil.getCurrentTime().toInstant().plus(time);
        runDue();
        for (Job next = next(end); next != null; next = next(end)) {
            ClockUtil.setCurrentTime(next.getDuedate());
            runDue();
        }
        ClockUtil.setCurrentTime(Date.from(end));
    }

    /** As {@link #pass}, in steps of five minutes, while jobs may fail; they are tried again when that is due. */
    public void passWithFailures(Duration time) {
        Instant end = ClockUtil.getCurrentTime().toInstant().plus(time);
        while (ClockUtil.getCurrentTime().toInstant().isBefore(end)) {
            for (Job job : due()) {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException failed) {
                    // The engine counts it, and will try again.
                }
            }
            ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(5))));
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().active().orderByJobDuedate().asc().list();
    }

    private Job next(Instant end) {
        return management.createJobQuery().active().withRetriesLeft()
                .duedateLowerThan(Date.from(end.plusMillis(1)))
                .orderByJobDuedate().asc().listPage(0, 1).stream().findFirst().orElse(null);
    }
}
