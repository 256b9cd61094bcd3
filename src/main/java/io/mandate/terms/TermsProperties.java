package io.mandate.terms;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often Mandate looks for what is due because of terms.
 *
 * @param every how long after one look the next begins, often enough that the last day of a term, on which it is extended, is looked
 *     at; zero for never, and then nothing is told, extended or recorded as ended (a permission stops counting at its end in any case)
 */
@Validated
@ConfigurationProperties("mandate.terms")
public record TermsProperties(@NotNull @DefaultValue("1h") Duration every) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    @AssertTrue(message = "mandate.terms.every: must be between 1m and 12h, or 0 for never")
    boolean isEveryUsable() {
        return every == null || every.isZero() || every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0;
    }
}
