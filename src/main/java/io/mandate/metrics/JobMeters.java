package io.mandate.metrics;

import io.mandate.engine.JobBacklog.Backlog;
import io.mandate.engine.JobExhausted;
import io.mandate.health.Workload;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What the engine has yet to do, and what it gave up. */
@Component
class JobMeters {

    private final MeterRegistry registry;

    JobMeters(MeterRegistry registry, Workload workload) {
        this.registry = registry;
        gauge("mandate.jobs.due", "Jobs whose time has come, those that are just run included", workload, Backlog::due);
        gauge("mandate.jobs.late", "Jobs that wait for longer after their time than is usual", workload, Backlog::late);
        gauge("mandate.incidents", "Open incidents: steps that wait for somebody to repair something", workload, Backlog::incidents);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void exhausted(JobExhausted job) {
        Counter.builder("mandate.jobs.exhausted").description("Jobs that ran out of retries")
                .tag("process", job.process()).tag("activity", job.activity()).register(registry).increment();
    }

    private void gauge(String name, String description, Workload workload, ToLongFunction<Backlog> figure) {
        Gauge.builder(name, workload, load -> load.latest().map(one -> (double) figure.applyAsLong(one)).orElse(Double.NaN))
                .description(description).register(registry);
    }
}
