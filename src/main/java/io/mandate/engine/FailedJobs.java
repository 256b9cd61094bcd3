package io.mandate.engine;

import io.mandate.Outage;
import java.time.Duration;
import java.util.Date;
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
 * a retry in Cockpit runs when it is asked for instead of hours later, and that it is told of; and that an outage of the database,
 * which is no fault of the step, uses up no retry and is followed by the next try soon.
 */
class FailedJobs implements FailedJobCommandFactory {

    private static final int LONGEST = 300;
    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(15);

    /** Whose the lock is of a job that waits after an outage. */
    private static final String NOBODY = "waits-after-outage";

    private final ApplicationEventPublisher events;

    FailedJobs(ApplicationEventPublisher events) {
        this.events = events;
    }

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
                    events.publishEvent(exhausted(job, exception));
                }
                return result;
            }
        };
    }

    /**
     * Without a word of the trouble: the engine takes a job that has one for one that was tried before. And without another date:
     * a job that never gets further is late, which is noticed. It is nobody's until then; without a name no node would wait.
     */
    private static Object again(JobEntity job) {
        if (job != null) {
            job.setLockOwner(NOBODY);
            job.setLockExpirationTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(AFTER_OUTAGE)));
        }
        return null;
    }

    /**
     * What starts by itself is about no relationship, and the start itself has no instance either; the engine's own jobs, such as
     * parts of a batch, belong to no diagram, and are called by their kind.
     */
    private static JobExhausted exhausted(JobEntity job, Throwable why) {
        Optional<ExecutionEntity> execution = Optional.ofNullable(job.getExecution());
        return new JobExhausted(
                Optional.ofNullable(job.getProcessDefinitionKey()).orElse(job.getJobHandlerType()),
                Optional.ofNullable(job.getActivityId()).orElse(job.getJobHandlerType()),
                execution.map(ExecutionEntity::getProcessBusinessKey).map(UUID::fromString),
                execution.map(one -> one.getVariable(ProcessVariables.REQUEST)).map(id -> UUID.fromString(id.toString())),
                line(why));
    }

    private static String line(Throwable why) {
        String words = (why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage()).replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST));
    }
}
