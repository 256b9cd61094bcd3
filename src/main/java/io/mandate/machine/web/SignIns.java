package io.mandate.machine.web;

import io.mandate.catalog.Catalog;
import io.mandate.machine.AccessToken;
import io.mandate.machine.AccessTokens;
import io.mandate.machine.Caller;
import io.mandate.machine.LastUses;
import io.mandate.machine.MachineProperties;
import io.mandate.machine.TokenText;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Finds out whose access token it is: one that the page issued, known by its beginning, or one of the issuer's. */
@Component
class SignIns {

    private final AccessTokens tokens;
    private final LastUses uses;
    private final Catalog catalog;
    private final Clock clock;
    private final Optional<IssuedTokens> issuer;

    SignIns(AccessTokens tokens, LastUses uses, Catalog catalog, Clock clock, MachineProperties settings, IssuedTokens issued) {
        this.tokens = tokens;
        this.uses = uses;
        this.catalog = catalog;
        this.clock = clock;
        this.issuer = Optional.of(issued).filter(any -> settings.hasIssuer());
    }

    /** Admits the caller. Throws {@link org.springframework.security.core.AuthenticationException} where the token does not count. */
    Authentication authenticate(Authentication presented) {
        String text = ((BearerTokenAuthenticationToken) presented).getToken();
        if (text.startsWith(TokenText.PREFIX)) {
            return admitted(ofPage(text));
        }
        return admitted(issuer.orElseThrow(() -> BearerToken.invalid("Mandate did not issue this access token")).caller(text));
    }

    private Caller ofPage(String text) {
        AccessToken token = tokens.presented(text)
                .orElseThrow(() -> BearerToken.invalid("Mandate did not issue this access token, or it is not complete"));
        switch (token.status(clock.instant())) {
            case REVOKED -> throw BearerToken.invalid("The access token was revoked");
            case EXPIRED -> throw BearerToken.invalid("The access token has expired");
            case LIVE -> uses.note(token.id());
        }
        return new Caller(token.name(), token.services().stream().filter(one -> catalog.service(one).isPresent())
                .collect(Collectors.toSet()), token.scopes());
    }

    /** The caller as Spring Security's rules see it. */
    static Authentication admitted(Caller caller) {
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, AuthorityUtils.createAuthorityList(
                caller.scopes().stream().map(BearerToken::authority).toList()));
    }
}
