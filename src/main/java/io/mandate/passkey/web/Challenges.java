package io.mandate.passkey.web;

import io.mandate.passkey.Passkeys;
import io.mandate.passkey.SpentChallenges;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The challenge that a session waits to see answered, one for each use; it is taken once, and in time. */
@Component
class Challenges {

    private final SpentChallenges spent;
    private final Clock clock;

    Challenges(SpentChallenges spent, Clock clock) {
        this.spent = spent;
        this.clock = clock;
    }

    /** What a challenge is for. */
    enum Use {
        SIGN_IN,
        ADD,
        CONFIRM
    }

    private record Open(String challenge, Instant until) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /** A new challenge, in place of an older one. */
    String make(HttpSession session, Use use) {
        Open open = new Open(Passkeys.newChallenge(), clock.instant().plus(Passkeys.TIME));
        session.setAttribute(name(use), open);
        return open.challenge();
    }

    /** The challenge, which is used up; empty where there is none any more. */
    Optional<String> take(HttpSession session, Use use) {
        if (session == null) {
            return Optional.empty();
        }
        Object open = session.getAttribute(name(use));
        session.removeAttribute(name(use));
        // Of two answers at the same moment, perhaps on two nodes, one gets it.
        return open instanceof Open one && one.until().isAfter(clock.instant()) && spent.spend(one.challenge(), one.until())
                ? Optional.of(one.challenge()) : Optional.empty();
    }

    private static String name(Use use) {
        return "passkey." + use;
    }
}
