package io.mandate.engine;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationEventPublisher;

/**
 * What happens after a job failed: as the engine does it, except that a job without retries left is due at once, so that
 * a retry in Cockpit runs when it is asked for instead of hours later; and that it is told of.
 */
class FailedJobs implements FailedJobCommandFactory {

    private static final int LONGEST = 300;

    private final ApplicationEventPublisher events;

    FailedJobs(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return new DefaultJobRetryCmd(jobId, exception) {
            @Override
            public Object execute(CommandContext context) {
                Object result = super.execute(context);
                JobEntity job = context.getJobManager().findJobById(jobId);
                if (job != null && job.getRetries() == 0) {
                    job.setDuedate(ClockUtil.getCurrentTime());
                    events.publishEvent(exhausted(job, exception));
                }
                return result;
            }
        };
    }

    /** What starts by itself is about no relationship, and the start itself has no instance either. */
    private static JobExhausted exhausted(JobEntity job, Throwable why) {
        Optional<ExecutionEntity> execution = Optional.ofNullable(job.getExecution());
        return new JobExhausted(
                String.valueOf(job.getProcessDefinitionKey()),
                String.valueOf(job.getActivityId()),
                execution.map(ExecutionEntity::getProcessBusinessKey).map(UUID::fromString),
                execution.map(one -> one.getVariable(ProcessVariables.REQUEST)).map(id -> UUID.fromString(id.toString())),
                line(why));
    }

    private static String line(Throwable why) {
        String words = (why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage()).replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST));
    }
}
