package io.mandate.health;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the processes count as being in trouble.
 *
 * @param lateAfter how long after its time a job that has not run is late
 * @param mostLate more late jobs than this are trouble
 * @param mostIncidents more open incidents than this are trouble
 * @param countEvery how often, at most, a node counts jobs, incidents and open requests
 */
@Validated
@ConfigurationProperties("mandate.health")
public record HealthProperties(
        @NotNull @DefaultValue("5m") Duration lateAfter,
        @Min(value = 0, message = "mandate.health.most-late: must not be negative") @DefaultValue("100") int mostLate,
        @Min(value = 0, message = "mandate.health.most-incidents: must not be negative") @DefaultValue("100") int mostIncidents,
        @NotNull @DefaultValue("30s") Duration countEvery) {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** How long what was counted is given while it cannot be counted anew. */
    public Duration countedUntil() {
        return countEvery.multipliedBy(2);
    }

    @AssertTrue(message = "mandate.health.count-every: must be between 1s and 1h")
    boolean isCountEveryUsable() {
        return countEvery == null || countEvery.compareTo(OFTEN) >= 0 && countEvery.compareTo(SELDOM) <= 0;
    }

    @AssertTrue(message = "mandate.health.late-after: must be between 10s and 1d")
    boolean isLateAfterUsable() {
        return lateAfter == null || lateAfter.compareTo(SHORTEST) >= 0 && lateAfter.compareTo(LONGEST) <= 0;
    }
}
