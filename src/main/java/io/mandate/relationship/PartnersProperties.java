package io.mandate.relationship;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a node takes for granted.
 *
 * @param known how long a node believes what it read of a partner: for so long it may not notice that a process owner changed it
 *     on another node; changes on this node count at once. Not longer than {@code mandate.nodes.seen-every}
 */
@Validated
@ConfigurationProperties("mandate.partners")
record PartnersProperties(@NotNull @DefaultValue("1s") Duration known) {

    private static final Duration LONGEST = Duration.ofHours(1);

    @AssertTrue(message = "mandate.partners.known: must be between 0 and 1h")
    boolean isKnownUsable() {
        return known == null || !known.isNegative() && known.compareTo(LONGEST) <= 0;
    }
}
