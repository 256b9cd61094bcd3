package io.mandate.identity.provider;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Finds out who a checked token stands for. Only what the token itself says counts: no more is asked of the provider, so that
 * nothing comes from an answer that is not signed.
 */
@Component
public class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final SignInProperties settings;
    private final ProviderAccounts accounts;

    ProviderUsers(SignInProperties settings, ProviderAccounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        String id = request.getClientRegistration().getRegistrationId();
        VouchedPerson person = new Vouching(id, settings.find(id).orElseThrow(), request.getIdToken().getClaims()).person();
        return new ProviderUser(accounts.keep(person), person, request.getIdToken().getTokenValue());
    }
}
