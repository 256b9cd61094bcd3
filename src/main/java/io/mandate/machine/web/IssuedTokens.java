package io.mandate.machine.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.mandate.machine.Caller;
import io.mandate.machine.Callers;
import io.mandate.machine.MachineProperties;
import io.mandate.machine.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The access tokens of the configured issuer (RFC 9068): its signature with an asymmetric algorithm, its name, our audience, the
 * time. The issuer is asked for its keys when the first token comes, so that Mandate starts without it, and then now and then.
 */
@Component
class IssuedTokens {

    /** How far the issuer's clock may be off. */
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration KNOWN = Duration.ofMinutes(5);
    private static final long WAITED_FOR_MILLIS = Duration.ofSeconds(6).toMillis();
    /** Unknown keys, which anybody can invent, and an issuer that is down are not asked about more often. */
    static final Duration PAUSE = Duration.ofSeconds(30);
    /** How long known keys go on counting while the issuer is down. */
    private static final long OUTAGE_MILLIS = Duration.ofHours(1).toMillis();

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384,
            JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private final MachineProperties settings;
    private final Callers callers;
    private final NimbusJwtDecoder decoder;

    @Autowired
    IssuedTokens(MachineProperties settings, Callers callers, Clock clock) {
        this(settings, callers, clock, KNOWN, PAUSE);
    }

    /** With keys that are known for so long until the issuer is asked again, and a pause shorter than that. */
    IssuedTokens(MachineProperties settings, Callers callers, Clock clock, Duration known, Duration pause) {
        this.settings = settings;
        this.callers = callers;
        this.decoder = decoder(settings, clock, known, pause);
    }

    private static NimbusJwtDecoder decoder(MachineProperties settings, Clock clock, Duration known, Duration pause) {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(new IssuerKeys(settings.issuer()))
                .cache(known.toMillis(), WAITED_FOR_MILLIS).refreshAheadCache(false)
                .rateLimited(pause.toMillis()).outageTolerant(OUTAGE_MILLIS).build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types(settings.types())));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // The validators below look at the claims, by our clock.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(settings, clock));
        return decoder;
    }

    private static Set<JOSEObjectType> types(Set<String> allowed) {
        Set<JOSEObjectType> types = new HashSet<>();
        if (allowed.contains("at+jwt")) {
            types.addAll(List.of(new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));
        }
        if (allowed.contains("JWT")) {
            types.addAll(List.of(JOSEObjectType.JWT));
            types.add(null);
        }
        return types;
    }

    private static OAuth2TokenValidator<Jwt> validator(MachineProperties settings, Clock clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                must("The access token is of another issuer", jwt -> settings.issuer().equals(jwt.getClaimAsString("iss"))),
                must("The access token is for another audience",
                        jwt -> jwt.getAudience() != null && jwt.getAudience().contains(settings.audience())),
                must("The access token does not say when it expires", jwt -> Objects.nonNull(jwt.getExpiresAt())),
                time);
    }

    private static OAuth2TokenValidator<Jwt> must(String otherwise, Predicate<Jwt> condition) {
        OAuth2TokenValidatorResult refused =
                OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
        return jwt -> condition.test(jwt) ? OAuth2TokenValidatorResult.success() : refused;
    }

    /**
     * Whose token it is.
     *
     * @throws KeysUnavailableException where that cannot be told now
     * @throws org.springframework.security.core.AuthenticationException where it does not count, or its caller is not known
     */
    Caller caller(String token) {
        Jwt jwt = verified(token);
        return Optional.ofNullable(jwt.getClaims().get(settings.callerClaim()))
                .filter(String.class::isInstance).map(String.class::cast)
                .flatMap(name -> callers.find(name, Scope.among(scopes(jwt))))
                .orElseThrow(() -> BearerToken.insufficient("This client is none of the service accounts in the settings"));
    }

    private Jwt verified(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtValidationException wrong) {
            throw BearerToken.invalid(wrong.getErrors().iterator().next().getDescription());
        } catch (JwtException wrong) {
            if (wrong.getCause() instanceof KeySourceException) {
                throw new KeysUnavailableException(wrong);
            }
            throw BearerToken.invalid("This is no access token that the issuer signed");
        }
    }

    private List<String> scopes(Jwt jwt) {
        Object claim = jwt.getClaims().get(settings.scopeClaim());
        if (claim instanceof Collection<?> words) {
            return words.stream().map(String::valueOf).toList();
        }
        return claim instanceof String words ? List.of(words.split(" ")) : List.of();
    }
}
