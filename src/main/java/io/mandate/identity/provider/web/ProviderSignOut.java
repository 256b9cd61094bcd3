package io.mandate.identity.provider.web;

import io.mandate.MandateProperties;
import io.mandate.identity.provider.OfferedProviders;
import io.mandate.identity.provider.ProviderUser;
import io.mandate.identity.provider.SignInProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing out where the person signed in, once they are signed out here (OpenID Connect RP-Initiated Logout 1.0). A page of ours
 * comes between: the answer to a form leads to no other site.
 */
@Component
public class ProviderSignOut {

    static final String PAGE = "/sign-in/ending";
    static final String BACK = "/sign-in/ended";
    static final String KEPT = "signIn.ending";

    private final SignInProperties settings;
    private final OfferedProviders offered;
    private final Registrations registrations;
    private final MandateProperties mandate;

    ProviderSignOut(SignInProperties settings, OfferedProviders offered, Registrations registrations, MandateProperties mandate) {
        this.settings = settings;
        this.offered = offered;
        this.registrations = registrations;
        this.mandate = mandate;
    }

    /** Where signing out goes on: its address there, and what people call the provider. */
    record Ending(String label, String address) implements java.io.Serializable {

        private static final long serialVersionUID = 1L;
    }

    /** The path at which signing out goes on for a person who has just been signed out here; empty where it is done. */
    public Optional<String> next(HttpServletRequest request, Authentication who) {
        Optional<Ending> ending = who != null && who.getPrincipal() instanceof ProviderUser user ? ending(user) : Optional.empty();
        ending.ifPresent(one -> request.getSession().setAttribute(KEPT, one));
        return ending.map(one -> PAGE);
    }

    private Optional<Ending> ending(ProviderUser user) {
        return settings.find(user.provider()).flatMap(provider -> registrations.endSession(user.provider())
                .map(address -> new Ending(offered.label(user.provider()), UriComponentsBuilder.fromUriString(address)
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode().buildAndExpand(user.token(), provider.clientId(), mandate.url(BACK)).toUriString())));
    }
}
