package io.mandate.identity.provider.web;

import io.mandate.identity.provider.SignInProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Checks ID tokens as OpenID Connect Core 1.0 section 3.1.3.7 says: signed by a key of the issuer's in the one way that the settings
 * name, by this issuer, for this client, and now. Spring Security checks the nonce.
 */
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final SignInProperties settings;
    private final ProviderHttp http;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    IdTokens(SignInProperties settings, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        String keys = registration.getProviderDetails().getJwkSetUri();
        return decoders.computeIfAbsent(registration.getRegistrationId() + " " + keys, made -> decoder(registration, keys));
    }

    private JwtDecoder decoder(ClientRegistration registration, String keys) {
        String signature = settings.find(registration.getRegistrationId()).orElseThrow().signature();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.from(signature))
                .restOperations(http.keys())
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        OidcIdTokenValidator token = new OidcIdTokenValidator(registration);
        token.setClock(clock);
        token.setClockSkew(SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, token));
        decoder.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
