package io.mandate.engine.jobs;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How nodes share jobs.
 *
 * @param lease how long a job stays with a node that says nothing more; a node that lives renews it for as long as it needs
 * @param handOver whether a node's own workers get a job right after the commit, instead of asking the database for it
 */
@Validated
@ConfigurationProperties("mandate.jobs")
record JobsProperties(@NotNull @DefaultValue("30s") Duration lease, @DefaultValue("true") boolean handOver) {

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);

    @AssertTrue(message = "mandate.jobs.lease: must be between 15s and 1h")
    boolean isLeaseUsable() {
        return lease == null || lease.compareTo(SHORTEST) >= 0 && lease.compareTo(LONGEST) <= 0;
    }
}
