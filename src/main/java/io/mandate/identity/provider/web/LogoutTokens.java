package io.mandate.identity.provider.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import io.mandate.identity.provider.RefusedSignInException;
import io.mandate.identity.provider.SignInProperties;
import io.mandate.identity.provider.SignInProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Reads who was signed out at a provider (OpenID Connect Back-Channel Logout 1.0 section 2.6). */
@Component
class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final SignInProperties settings;
    private final Registrations registrations;
    private final ProviderHttp http;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    LogoutTokens(SignInProperties settings, Registrations registrations, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.registrations = registrations;
        this.http = http;
        this.clock = clock;
    }

    /** The subject whom the provider of that id signed out; empty where the token is none of the provider's, or says nothing of the kind. */
    Optional<String> subject(String id, String token) {
        try {
            return settings.find(id).map(provider -> decoder(id, provider).decode(token))
                    .filter(said -> isSignOut(said, settings.find(id).orElseThrow())).map(Jwt::getSubject);
        } catch (JwtException | RefusedSignInException unusable) {
            return Optional.empty();
        }
    }

    private boolean isSignOut(Jwt said, SignInProvider provider) {
        Instant now = clock.instant();
        return provider.issuer().toString().equals(said.getClaimAsString("iss"))
                && said.getAudience() != null && said.getAudience().contains(provider.clientId())
                && said.getIssuedAt() != null && said.getIssuedAt().isAfter(now.minus(OLDEST)) && said.getIssuedAt().isBefore(now.plus(SKEW))
                && said.getClaim("events") instanceof Map<?, ?> events && events.containsKey(EVENT)
                && !said.hasClaim("nonce");
    }

    private JwtDecoder decoder(String id, SignInProvider provider) {
        ClientRegistration registration = registrations.find(id);
        String keys = registration.getProviderDetails().getJwkSetUri();
        return decoders.computeIfAbsent(id + " " + keys, made -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                    .jwsAlgorithm(SignatureAlgorithm.from(provider.signature()))
                    .restOperations(http.keys())
                    .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                            new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null)))
                    .build();
            JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
            times.setClock(clock);
            decoder.setJwtValidator(times);
            return decoder;
        });
    }
}
