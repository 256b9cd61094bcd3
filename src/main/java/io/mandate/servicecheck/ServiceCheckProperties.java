package io.mandate.servicecheck;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When services are asked for removals that they did not report.
 *
 * @param every how often services are asked for removals that they did not report; zero for never
 */
@Validated
@ConfigurationProperties("mandate.service-check")
public record ServiceCheckProperties(@NotNull @DefaultValue("1d") Duration every) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    @AssertTrue(message = "mandate.service-check.every: must be between 1m and 30d, or 0 for never")
    boolean isEveryUsable() {
        return every == null || every.isZero() || every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0;
    }
}
