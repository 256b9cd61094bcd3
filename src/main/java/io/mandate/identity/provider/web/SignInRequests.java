package io.mandate.identity.provider.web;

import io.mandate.identity.provider.SignInProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Begins a sign-in: code flow with state, nonce and PKCE (RFC 7636), asking for the authentication that the settings name. */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    private final SignInProperties settings;
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    SignInRequests(SignInProperties settings, Registrations registrations) {
        this.settings = settings;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations::find, ProviderPaths.BASE);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** Null, as Spring Security has it, where the address is none of a provider that there is. */
    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return ProviderPaths.BEGIN.matches(request) ? resolve(request, ProviderPaths.provider(request)) : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
        return settings.find(id).map(provider -> strong(requests.resolve(request, id), String.join(" ", provider.acr()))).orElse(null);
    }

    private static OAuth2AuthorizationRequest strong(OAuth2AuthorizationRequest begun, String acr) {
        return Optional.of(acr).filter(values -> !values.isEmpty())
                .map(values -> OAuth2AuthorizationRequest.from(begun).additionalParameters(Map.of("acr_values", values)).build())
                .orElse(begun);
    }
}
