package io.mandate.provisioning.webhook;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How services with an endpoint are reached.
 *
 * @param secrets by id of the service, for each with an endpoint, a list as Standard Webhooks write them ({@code whsec_} and base64 of 24 to 64 bytes); all of
 *     a service's sign, so that one can be replaced while both sides know two
 * @param allowPrivateAddresses whether endpoints may lie in private networks, or on this machine
 * @param timeout how long to wait for a connection, and then as long for an answer
 */
@Validated
@ConfigurationProperties("mandate.services")
record WebhookProperties(
        @NotNull @DefaultValue Map<String, List<String>> secrets,
        @DefaultValue("false") boolean allowPrivateAddresses,
        @NotNull @DefaultValue("10s") Duration timeout) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @AssertTrue(message = "mandate.services.timeout: must be between 1ms and 1m")
    boolean isTimeoutUsable() {
        return timeout == null || timeout.toMillis() > 0 && timeout.compareTo(LONGEST) <= 0;
    }

    @Override
    public String toString() {
        return "WebhookProperties[services=%s, secrets withheld]".formatted(secrets.keySet());
    }
}
