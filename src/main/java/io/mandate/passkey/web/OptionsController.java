package io.mandate.passkey.web;

import io.mandate.identity.SignedIn;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.Passkeys;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page's script asks for before it turns to the device; its answer comes back with the page's own form. */
@RestController
class OptionsController {

    private final Challenges challenges;
    private final Passkeys passkeys;
    private final PasskeyAccess access;

    OptionsController(Challenges challenges, Passkeys passkeys, PasskeyAccess access) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.access = access;
    }

    /** To sign in: of whoever has a passkey. */
    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String toSignIn(HttpSession session) {
        return passkeys.toUse(Optional.empty(), challenges.make(session, Challenges.Use.SIGN_IN));
    }

    @PostMapping(path = "/passkeys/new/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String toAdd(HttpSession session) {
        SignedIn person = SignedIn.current();
        if (access.of(person, session) != PasskeyAccess.Access.OPEN) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN, ProblemDetail.forStatusAndDetail(
                    HttpStatus.FORBIDDEN, "Passkeys are added within ten minutes of signing in"), null);
        }
        return passkeys.toAdd(PasskeyOwner.of(person), challenges.make(session, Challenges.Use.ADD));
    }

    /** To confirm what the person who is signed in is about to do. */
    @PostMapping(path = "/passkeys/confirm/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String toConfirm(HttpSession session) {
        return passkeys.toUse(Optional.of(PasskeyOwner.of(SignedIn.current())), challenges.make(session, Challenges.Use.CONFIRM));
    }
}
