package io.mandate.passkey.web;

import io.mandate.identity.SignedIn;
import io.mandate.identity.web.SignInMoment;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.PasskeyRules;
import io.mandate.passkey.PasskeySignIns;
import io.mandate.passkey.RelyingParty;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether a person may add and remove their passkeys now. */
@Component
class PasskeyAccess {

    private static final Duration RECENT = Duration.ofMinutes(10);

    private final RelyingParty party;
    private final PasskeySignIns signIns;
    private final PasskeyRules rules;
    private final Clock clock;

    PasskeyAccess(RelyingParty party, PasskeySignIns signIns, PasskeyRules rules, Clock clock) {
        this.party = party;
        this.signIns = signIns;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the page says. */
    enum Access {
        OPEN,
        /** The sign-in is too long ago. */
        STALE,
        /** It needs a sign-in with a passkey. */
        PASSKEY,
        /** Nobody has passkeys at this address, or this person signs in elsewhere. */
        CLOSED
    }

    Access of(SignedIn person, HttpSession session) {
        if (!party.isNamed() || !signIns.isOpenTo(PasskeyOwner.of(person))) {
            return Access.CLOSED;
        }
        if (!rules.mayChange(person)) {
            return Access.PASSKEY;
        }
        return SignInMoment.isWithin(session, RECENT, clock.instant()) ? Access.OPEN : Access.STALE;
    }
}
