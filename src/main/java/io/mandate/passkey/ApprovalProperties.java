package io.mandate.passkey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a customer's person proves, beside the address, who gives rights away.
 *
 * @param passkey {@code required}: who approves a request, moves a permission, lets it be extended, hands a duty over or names an
 *     administrator needs a passkey of theirs in the same browser within the last hour, beside the code or the sign-in; declining,
 *     removing and shortening need none. Approving in Tasklist is refused then. Needs a public address at which browsers offer
 *     passkeys: {@code https://} and a name, or localhost
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
