package io.mandate.passkey.web;

import io.mandate.identity.AccountUser;
import io.mandate.passkey.PasskeyRefusedException;
import io.mandate.passkey.PasskeySignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Signs in with what a device answered to the session's challenge. Spring Security's own filter keeps its own kind of person, and
 * takes JSON where this takes a form.
 */
class PasskeyFilter extends AbstractAuthenticationProcessingFilter {

    static final String CREDENTIAL = "credential";

    private final Challenges challenges;
    private final PasskeySignIns signIns;

    PasskeyFilter(Challenges challenges, PasskeySignIns signIns) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PasskeySignIn.ENTER));
        this.challenges = challenges;
        this.signIns = signIns;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        String challenge = challenges.take(request.getSession(false), Challenges.Use.SIGN_IN)
                .orElseThrow(() -> new BadCredentialsException("Nothing was asked for, or too long ago"));
        String json = request.getParameter(CREDENTIAL);
        try {
            AccountUser person = signIns.signIn(challenge, json == null ? "" : json);
            UsernamePasswordAuthenticationToken signedIn =
                    UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
            signedIn.setDetails(authenticationDetailsSource.buildDetails(request));
            return signedIn;
        } catch (PasskeyRefusedException refused) {
            throw new BadCredentialsException(refused.getMessage(), refused);
        }
    }
}
