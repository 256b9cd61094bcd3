package io.mandate.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/**
 * The sign-in that a browser has begun, kept in its session. It ends at the address of the provider with which it was begun, and
 * nowhere else: no provider can bring in what another one said (RFC 9700 section 4.4).
 */
class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> session =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        OAuth2AuthorizationRequest begun = session.loadAuthorizationRequest(request);
        return begun != null && ProviderPaths.provider(request).equals(begun.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))
                ? begun : null;
    }

    @Override
    public void saveAuthorizationRequest(OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        session.saveAuthorizationRequest(begun, request, response);
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
        return loadAuthorizationRequest(request) == null ? null : session.removeAuthorizationRequest(request, response);
    }
}
