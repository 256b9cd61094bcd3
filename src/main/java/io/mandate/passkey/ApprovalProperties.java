package io.mandate.passkey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a customer's person proves, beside the address, who gives rights away.
 *
 * @param passkey whether a passkey of theirs, used in the same browser within the last hour
 */
@ConfigurationProperties("mandate.approval")
public record ApprovalProperties(@DefaultValue("off") Demand passkey) {

    /** Whether something is demanded. */
    public enum Demand {
        OFF,
        REQUIRED
    }

    public boolean needsPasskey() {
        return passkey == Demand.REQUIRED;
    }
}
