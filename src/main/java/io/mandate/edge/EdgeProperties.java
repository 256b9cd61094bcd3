package io.mandate.edge;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Mandate shows itself to the open internet.
 *
 * @param longestSession after which somebody has to sign in again, however busy they are; idle sessions end after
 *     {@code server.servlet.session.timeout}
 * @param refuseForeignHosts whether requests are refused that are addressed to another host than the base URL's (421);
 *     load balancers that ask for a node's health by its address then need the right {@code Host}
 */
@Validated
@ConfigurationProperties("mandate.edge")
public record EdgeProperties(@NotNull @DefaultValue("12h") Duration longestSession, boolean refuseForeignHosts) {

    private static final Duration SHORTEST = Duration.ofMinutes(5);

    @AssertTrue(message = "mandate.edge.longest-session: must be at least 5m")
    boolean isLongestSessionUsable() {
        return longestSession == null || longestSession.compareTo(SHORTEST) >= 0;
    }
}
