package io.mandate.evidence;

import io.mandate.evidence.Actor.Side;
import io.mandate.identity.SignInMethod;
import io.mandate.identity.SignedIn;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who acts on the current thread: a person who is signed in, a service, whoever follows a link, or the clock. */
@Component
class Actors {

    /** By the kind of authentication that each way of signing in leaves behind; by name, since not every way is set up. */
    private static final Map<String, String> PROOFS = Map.of(
            "UsernamePasswordAuthenticationToken", "PASSWORD",
            "OneTimeTokenAuthentication", "SIGN_IN_LINK",
            "OneTimeTokenAuthenticationToken", "SIGN_IN_LINK",
            "OAuth2AuthenticationToken", "PROVIDER");

    Actor current() {
        Authentication found = SecurityContextHolder.getContext().getAuthentication();
        if (found == null) {
            return Actor.CLOCK;
        }
        if (found instanceof AnonymousAuthenticationToken) {
            return Actor.BY_LINK;
        }
        return SignedIn.of(found).map(person -> person(person, found))
                .orElseGet(() -> new Actor(Side.SERVICE, "SERVICE_ACCOUNT", Optional.of(found.getName()), ""));
    }

    private static Actor person(SignedIn person, Authentication by) {
        Side side = person.partnerId().isPresent() ? Side.PARTNER : switch (person.role()) {
            case CUSTOMER -> Side.CUSTOMER;
            case PROCESS_OWNER, SUPPORT, AUDITOR -> Side.MANDATE;
            default -> Side.PARTNER;
        };
        String proof = person.method() == SignInMethod.PASSKEY
                ? "PASSKEY" : PROOFS.getOrDefault(by.getClass().getSimpleName(), "SIGNED_IN");
        return new Actor(side, proof, person.partnerId(), person.username());
    }
}
