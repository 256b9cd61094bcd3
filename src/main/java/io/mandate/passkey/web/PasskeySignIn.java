package io.mandate.passkey.web;

import io.mandate.identity.web.FurtherSignIn;
import io.mandate.passkey.PasskeySignIns;
import java.time.Clock;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/** Signing in with a passkey, as one more way beside the password and the mailed link. */
@Component
class PasskeySignIn implements FurtherSignIn {

    static final String ENTER = "/sign-in/passkey";

    private final Challenges challenges;
    private final PasskeySignIns signIns;
    private final Clock clock;

    PasskeySignIn(Challenges challenges, PasskeySignIns signIns, Clock clock) {
        this.challenges = challenges;
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    public void configure(HttpSecurity http, AuthenticationSuccessHandler signedIn) throws Exception {
        http.with(new Login(signedIn), Customizer.withDefaults());
    }

    /** Adds the filter once the chain knows how it treats sessions. */
    private final class Login extends AbstractHttpConfigurer<Login, HttpSecurity> {

        private final AuthenticationSuccessHandler signedIn;

        private Login(AuthenticationSuccessHandler signedIn) {
            this.signedIn = signedIn;
        }

        @Override
        public void configure(HttpSecurity http) {
            PasskeyFilter filter = new PasskeyFilter(challenges, signIns);
            filter.setAuthenticationManager(http.getSharedObject(AuthenticationManager.class));
            filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
            filter.setAuthenticationSuccessHandler((request, response, authentication) -> {
                PasskeyMoment.note(request.getSession(), clock.instant());
                signedIn.onAuthenticationSuccess(request, response, authentication);
            });
            filter.setAuthenticationFailureHandler((request, response, refused) ->
                    response.sendRedirect(request.getContextPath() + "/sign-in?passkey=refused"));
            http.addFilterAfter(postProcess(filter), UsernamePasswordAuthenticationFilter.class);
        }
    }
}
