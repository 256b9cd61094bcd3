package io.mandate.engine.jobs;

import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Frees a job for every node, unless it is another one's by now. */
final class UnlockOwnJob extends UnlockJobCmd {

    private static final long serialVersionUID = 1L;

    private final transient NodeJobExecutor node;

    UnlockOwnJob(String job, NodeJobExecutor node) {
        super(job);
        this.node = node;
    }

    @Override
    public Void execute(CommandContext context) {
        JobEntity job = getJob();
        return job != null && node.owns(job) ? super.execute(context) : null;
    }
}
