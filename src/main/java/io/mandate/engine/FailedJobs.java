package io.mandate.engine;

import io.mandate.Outage;
import java.time.Duration;
import java.util.Date;
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
 * a retry in Cockpit runs when it is asked for instead of hours later, and that an outage of the database, which is no fault of the
 * step, uses up no retry and is followed by the next try soon.
 */
class FailedJobs implements FailedJobCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(15);

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return new DefaultJobRetryCmd(jobId, exception) {
            @Override
            public Object execute(CommandContext context) {
                if (Outage.isIn(exception)) {
                    return again(context.getJobManager().findJobById(jobId));
                }
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

    /** Without a word of the trouble: the engine takes a job that has one for one that was tried before. */
    private static Object again(JobEntity job) {
        if (job != null) {
            job.unlock();
            job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(AFTER_OUTAGE)));
        }
        return null;
    }

    /** What starts by itself is about no relationship, and the start itself has no instance either. */
    private static String owner(JobEntity job) {
        String relationship = job.getExecution() == null ? null : job.getExecution().getProcessBusinessKey();
        return relationship == null ? job.getProcessDefinitionKey() : "relationship " + relationship;
    }
}
