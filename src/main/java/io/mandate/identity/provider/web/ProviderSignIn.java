package io.mandate.identity.provider.web;

import io.mandate.identity.provider.ProviderUsers;
import io.mandate.identity.provider.SignInProperties;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Signing in with a provider: what Spring Security's OpenID Connect login does here. Without a provider there is none. */
@Component
public class ProviderSignIn {

    /** What providers send by themselves; its token is better than one against forged forms. */
    public static final RequestMatcher ENDED = ProviderPaths.ENDED;

    private final SignInProperties settings;
    private final Registrations registrations;
    private final SignInRequests requests;
    private final ProviderHttp http;
    private final ProviderUsers users;

    ProviderSignIn(SignInProperties settings, Registrations registrations, SignInRequests requests, ProviderHttp http,
            ProviderUsers users) {
        this.settings = settings;
        this.registrations = registrations;
        this.requests = requests;
        this.http = http;
        this.users = users;
    }

    /** Adds it to the chain of the pages. */
    public void configure(HttpSecurity security, AuthenticationSuccessHandler signedIn) throws Exception {
        if (!settings.providers().isEmpty()) {
            security.oauth2Login(login -> configure(login, signedIn));
        }
    }

    private void configure(OAuth2LoginConfigurer<HttpSecurity> login, AuthenticationSuccessHandler signedIn) {
        ProviderRefusals refusals = new ProviderRefusals();
        login.loginPage("/sign-in")
                .clientRegistrationRepository(registrations::find)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(begin -> begin
                        .authorizationRequestResolver(requests)
                        .authorizationRequestRepository(new BegunSignIns()))
                .loginProcessingUrl(ProviderPaths.BASE + "/*/done")
                .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(http.tokens()))
                .userInfoEndpoint(info -> info.oidcUserService(users))
                .successHandler(signedIn)
                .failureHandler(refusals)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(refusals);
                        return filter;
                    }
                });
    }
}
