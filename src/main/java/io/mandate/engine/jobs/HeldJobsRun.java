package io.mandate.engine.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Runs jobs one after the other, each for as long as it takes: what a node holds is renewed meanwhile. */
final class HeldJobsRun extends ExecuteJobsRunnable {

    private final HeldJobs.Hold hold;
    private final NodeJobExecutor node;
    private final boolean handedOver;
    private final Set<String> instances = new HashSet<>();
    private boolean left;

    /** @param handedOver whether what this run says of new jobs at its end is not worth asking the database for them */
    HeldJobsRun(HeldJobs.Hold hold, List<String> jobs, ProcessEngineImpl engine, NodeJobExecutor node, boolean handedOver) {
        super(jobs, engine);
        this.hold = hold;
        this.node = node;
        this.handedOver = handedOver;
    }

    @Override
    public void run() {
        try {
            node.silence(handedOver);
            super.run();
        } finally {
            node.silence(false);
            hold.release();
            node.ended(instances, left);
        }
    }

    @Override
    protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
        // Those that the one before has added to the same instance were locked for this worker just now.
        hold.add(List.of(job));
        hold.add(Context.getJobExecutorContext().getCurrentProcessorJobQueue());
        try {
            if (hold.has(job)) {
                node.silence(false);
                JobFailureCollector failure = new Failure(job, failures);
                ExecuteJobHelper.executeJob(job, commands, failure, new RunOwnJob(job, failure, node, () -> left = true),
                        processEngine.getProcessEngineConfiguration());
            }
        } finally {
            node.silence(handedOver);
            hold.release(job);
        }
    }

    @Override
    protected void unlockJob(String job, CommandExecutor commands) {
        commands.execute(new UnlockOwnJob(job, node));
    }

    /**
     * The engine does not count a failure where the lock in the database is another one than the job was read with: somebody
     * else has it by then. A renewal is not somebody else.
     */
    private final class Failure extends JobFailureCollector {

        private final JobFailureCollector engines;

        Failure(String job, JobFailureCollector engines) {
            super(job);
            this.engines = engines;
        }

        @Override
        public void setJob(JobEntity job) {
            super.setJob(job);
            engines.setJob(job);
            Optional.ofNullable(job.getProcessInstanceId()).ifPresent(instances::add);
        }

        /** Asked for by whoever counts failures, right after it has read the job as it stands now: that costs nothing again. */
        @Override
        public JobEntity getJob() {
            if (getFailure() == null || Context.getCommandContext() == null) {
                return super.getJob();
            }
            JobEntity now = Context.getCommandContext().getJobManager().findJobById(getJobId());
            return now != null && node.owns(now) ? now : new NobodysJob();
        }
    }

    /** Stands for a job that was not read, or that another node has. */
    private static final class NobodysJob extends JobEntity {

        private static final long serialVersionUID = 1L;

        @Override
        public String getType() {
            return "nobody's";
        }
    }
}
