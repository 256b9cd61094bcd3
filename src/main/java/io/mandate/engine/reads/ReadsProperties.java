package io.mandate.engine.reads;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a node takes for granted.
 *
 * @param known how long a node believes what it read of diagrams, tables and their jobs: for so long it may not notice that
 *     another node deployed or suspended one; its own changes count at once. Not longer than {@code mandate.nodes.seen-every}
 */
@Validated
@ConfigurationProperties("mandate.definitions")
record ReadsProperties(@NotNull @DefaultValue("1s") Duration known) {

    private static final Duration LONGEST = Duration.ofHours(1);

    @AssertTrue(message = "mandate.definitions.known: must be between 0 and 1h")
    boolean isKnownUsable() {
        return known == null || !known.isNegative() && known.compareTo(LONGEST) <= 0;
    }
}
