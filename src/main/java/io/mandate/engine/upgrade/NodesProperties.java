package io.mandate.engine.upgrade;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How nodes learn of each other.
 *
 * @param seenEvery how often each says in the database that it runs; longer than `mandate.definitions.known`, since instances begin
 *     on a version that was just replaced for as long as that
 * @param goneAfter after what silence the others go on without it
 */
@Validated
@ConfigurationProperties("mandate.nodes")
record NodesProperties(@DefaultValue("10s") @NotNull Duration seenEvery, @DefaultValue("90s") @NotNull Duration goneAfter) {

    @AssertTrue(message = "mandate.nodes.seen-every must be between a second and a day, such as 10s")
    boolean isSeenNowAndThen() {
        return seenEvery == null
                || seenEvery.compareTo(Duration.ofSeconds(1)) >= 0 && seenEvery.compareTo(Duration.ofDays(1)) <= 0;
    }

    @AssertTrue(message = "mandate.nodes.gone-after must be at least three times mandate.nodes.seen-every, and 30 days at most")
    boolean isPatient() {
        return seenEvery == null || goneAfter == null
                || goneAfter.compareTo(seenEvery.multipliedBy(3)) >= 0 && goneAfter.compareTo(Duration.ofDays(30)) <= 0;
    }
}
