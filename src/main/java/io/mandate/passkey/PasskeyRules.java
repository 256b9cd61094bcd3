package io.mandate.passkey;

import io.mandate.identity.SignInMethod;
import io.mandate.identity.SignedIn;
import org.springframework.stereotype.Component;

/** Where passkeys are demanded, and who may change their own. */
@Component
public class PasskeyRules {

    private final ApprovalProperties approval;
    private final Passkeys passkeys;

    /** Refuses to start where passkeys are demanded that no browser would offer. */
    PasskeyRules(ApprovalProperties approval, RelyingParty party, Passkeys passkeys) {
        if (approval.needsPasskey() && !party.isUsable()) {
            throw new IllegalStateException("mandate.approval.passkey=required needs a public address at which browsers offer passkeys: "
                    + "mandate.base-url must begin with https:// and have a name as its host, or be on localhost");
        }
        this.approval = approval;
        this.passkeys = passkeys;
    }

    /** Whether a customer's person needs a passkey to give rights away. */
    public boolean isDemanded() {
        return approval.needsPasskey();
    }

    /**
     * Whether the person, who signed in lately, may add and remove their passkeys. While approvals demand a passkey, a customer's
     * person who has one needs it for that: else whoever reads their mail could replace it.
     */
    public boolean mayChange(SignedIn person) {
        PasskeyOwner owner = PasskeyOwner.of(person);
        return !isDemanded() || owner.kind() == PasskeyOwner.Kind.STAFF || person.method() == SignInMethod.PASSKEY
                || passkeys.of(owner).isEmpty();
    }
}
