package io.mandate.engine;

import io.mandate.LogContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Says in the log that somebody has to repair something. */
@Component
class ExhaustedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ExhaustedJobs.class);

    @TransactionalEventListener(fallbackExecution = true)
    void tell(JobExhausted job) {
        try (LogContext.Scope scope = LogContext.open()) {
            job.relationship().ifPresent(LogContext::relationship);
            job.request().ifPresent(LogContext::request);
            LogContext.activity(job.process(), job.activity());
            String owner = job.relationship().map(id -> "relationship " + id).orElse(job.process());
            LOG.warn("No retries left for {} of {}: {}", job.activity(), owner, job.message());
        }
    }
}
