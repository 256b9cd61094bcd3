package io.mandate.engine;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens after a job failed: as the engine does it, except that a job without retries left is due at once, so that
 * a retry in Cockpit runs when it is asked for instead of hours later.
 */
class FailedJobs implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return new DefaultJobRetryCmd(jobId, exception) {
            @Override
            public Object execute(CommandContext context) {
                Object result = super.execute(context);
                JobEntity job = context.getJobManager().findJobById(jobId);
                if (job != null && job.getRetries() == 0) {
                    job.setDuedate(ClockUtil.getCurrentTime());
                    LOG.warn("No retries left for {} of {}: {}", job.getActivityId(), owner(job), exception.getMessage());
                }
                return result;
            }
        };
    }

    /** What starts by itself is about no relationship, and the start itself has no instance either. */
    private static String owner(JobEntity job) {
        String relationship = job.getExecution() == null ? null : job.getExecution().getProcessBusinessKey();
        return relationship == null ? job.getProcessDefinitionKey() : "relationship " + relationship;
    }
}
