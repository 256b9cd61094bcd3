package io.mandate.engine.jobs;

import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Runs a job where the database says, as it is read to be run, that it is this node's: a node that stood still for longer than
 * its lease leaves it to whoever has it by now, or gets it next.
 */
final class RunOwnJob extends ExecuteJobsCmd {

    private static final long serialVersionUID = 1L;

    private final transient NodeJobExecutor node;
    private final transient Runnable left;

    /** @param left is called where the job is left to somebody else */
    RunOwnJob(String job, JobFailureCollector failures, NodeJobExecutor node, Runnable left) {
        super(job, failures);
        this.node = node;
        this.left = left;
    }

    /** The engine finds the job in its memory then. */
    @Override
    public Void execute(CommandContext context) {
        JobEntity job = context.getDbEntityManager().selectById(JobEntity.class, jobId);
        if (job == null) {
            return null;
        }
        if (!node.mayRun(job)) {
            left.run();
            return null;
        }
        return super.execute(context);
    }
}
