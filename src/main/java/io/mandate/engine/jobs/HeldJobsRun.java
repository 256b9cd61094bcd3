package io.mandate.engine.jobs;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Runs jobs one after the other, each for as long as it takes: what a node holds is renewed meanwhile. */
final class HeldJobsRun extends ExecuteJobsRunnable {

    private final HeldJobs held;
    private final Consumer<Boolean> silence;

    /** @param silence is told whether what this thread says about new jobs now is not worth asking the database for them */
    HeldJobsRun(List<String> jobs, ProcessEngineImpl engine, HeldJobs held, Consumer<Boolean> silence) {
        super(jobs, engine);
        this.held = held;
        this.silence = silence;
    }

    @Override
    public void run() {
        try {
            silence.accept(true);
            super.run();
        } finally {
            silence.accept(false);
            held.release(jobIds);
        }
    }

    /** A job that waited here for so long, without a renewal, that another node may have it by now is left to that one. */
    @Override
    protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
        // A job that the one before has added to the same instance was locked for this worker just now.
        held.take(List.of(job));
        try {
            if (held.holds(job, ClockUtil.getCurrentTime())) {
                silence.accept(false);
                super.executeJob(job, commands, new Failure(job));
            }
        } finally {
            silence.accept(true);
            held.release(List.of(job));
        }
    }

    /**
     * The engine does not count a failure where the lock in the database is another one than the job was read with: somebody
     * else has it by then. A renewal is not somebody else.
     */
    private final class Failure extends JobFailureCollector {

        Failure(String job) {
            super(job);
        }

        @Override
        public JobEntity getJob() {
            JobEntity read = super.getJob();
            if (getFailure() != null && read != null) {
                held.end(getJobId()).ifPresent(read::setLockExpirationTime);
            }
            return read;
        }
    }
}
