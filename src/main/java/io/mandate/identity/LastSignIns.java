package io.mandate.identity;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Notes when each account signed in last, in whichever way. */
@Component
class LastSignIns {

    private final Accounts accounts;
    private final Clock clock;

    LastSignIns(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInPerson person && person.accountVersion().isPresent()) {
            accounts.signedIn(person.signedIn().username(), clock.instant());
        }
    }
}
