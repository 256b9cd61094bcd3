package io.mandate.erasure;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When persons are erased.
 *
 * @param after how long after the end persons are erased; what the end is says personal-data.md
 * @param every how long after one look for what is due the next begins; zero for never, and then persons stay
 */
@Validated
@ConfigurationProperties("mandate.erasure")
public record ErasureProperties(@NotNull @DefaultValue("365d") Duration after, @NotNull @DefaultValue("1d") Duration every) {

    private static final Duration SOONEST = Duration.ofDays(30);
    private static final Duration LATEST = Duration.ofDays(3650);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    @AssertTrue(message = "mandate.erasure.after: must be between 30d and 3650d")
    boolean isAfterUsable() {
        return after == null || isBetween(after, SOONEST, LATEST);
    }

    @AssertTrue(message = "mandate.erasure.every: must be between 1m and 30d, or 0 for never")
    boolean isEveryUsable() {
        return every == null || every.isZero() || isBetween(every, SHORTEST, LONGEST);
    }

    private static boolean isBetween(Duration given, Duration least, Duration most) {
        return given.compareTo(least) >= 0 && given.compareTo(most) <= 0;
    }
}
