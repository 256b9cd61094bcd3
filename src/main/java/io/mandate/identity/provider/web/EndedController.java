package io.mandate.identity.provider.web;

import io.mandate.identity.provider.ProviderAccounts;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Providers tell whom they signed out; all sessions of that person end here, on every node. The token is the provider's proof. */
@RestController
class EndedController {

    private final LogoutTokens tokens;
    private final ProviderAccounts accounts;

    EndedController(LogoutTokens tokens, ProviderAccounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @PostMapping(ProviderPaths.BASE + "/{id}/ended")
    ResponseEntity<ProblemDetail> ended(
            @PathVariable String id, @RequestParam(name = "logout_token", defaultValue = "") String token) {
        Optional<String> subject = tokens.subject(id, token);
        subject.ifPresent(one -> accounts.endSessions(id, one));
        return subject.isPresent() ? ResponseEntity.ok().build() : ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "This is no logout token of the provider"));
    }
}
