package io.mandate.identity.provider.web;

import io.mandate.MandateProperties;
import io.mandate.identity.provider.RefusedSignInException;
import io.mandate.identity.provider.SignInProperties;
import io.mandate.identity.provider.SignInProvider;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * What providers say about themselves (OpenID Connect Discovery 1.0), asked for when somebody signs in and not before: a provider
 * that is down keeps nobody from anything but signing in there. What was read counts for an hour, and longer where asking again
 * fails.
 */
@Component
class Registrations {

    static final String BACK = "/sign-in/with/%s/done";

    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);
    private static final Duration FRESH = Duration.ofHours(1);

    /** For so long nobody who signs out waits for one that gave no answer. */
    private static final Duration SILENT = Duration.ofSeconds(30);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final SignInProperties settings;
    private final MandateProperties mandate;
    private final ProviderHttp http;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> silent = new ConcurrentHashMap<>();

    Registrations(SignInProperties settings, MandateProperties mandate, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.mandate = mandate;
        this.http = http;
        this.clock = clock;
    }

    private record Known(ClientRegistration registration, Instant at) {}

    /**
     * The provider of that id as Spring Security needs it; null, as it has it, where there is none. Throws
     * {@link RefusedSignInException} where it cannot be reached.
     */
    ClientRegistration find(String id) {
        return settings.find(id).map(provider -> find(id, provider)).orElse(null);
    }

    /**
     * Where the provider signs people out (OpenID Connect RP-Initiated Logout 1.0); empty where it does not, or cannot be asked. The
     * sign-in may have been on another node.
     */
    Optional<String> endSession(String id) {
        if (Optional.ofNullable(silent.get(id)).filter(until -> clock.instant().isBefore(until)).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(find(id))
                    .map(one -> one.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                    .map(String::valueOf).filter(address -> isSafe(address, settings.find(id).orElseThrow()));
        } catch (RefusedSignInException unreachable) {
            silent.put(id, clock.instant().plus(SILENT));
            return Optional.empty();
        }
    }

    private ClientRegistration find(String id, SignInProvider provider) {
        Known before = known.get(id);
        if (before != null && before.at().plus(FRESH).isAfter(clock.instant())) {
            return before.registration();
        }
        try {
            Known now = new Known(registration(id, provider), clock.instant());
            known.put(id, now);
            return now.registration();
        } catch (RestClientException | IllegalArgumentException unusable) {
            if (before == null) {
                throw RefusedSignInException.unreachable(String.valueOf(unusable.getMessage()));
            }
            LOG.warn("The settings of the identity provider {} could not be read again: {}", id, unusable.getMessage());
            known.put(id, new Known(before.registration(), clock.instant()));
            return before.registration();
        }
    }

    private ClientRegistration registration(String id, SignInProvider provider) {
        Map<String, Object> said = http.client().get()
                .uri(URI.create(provider.issuer().toString().replaceFirst("/$", "") + "/.well-known/openid-configuration"))
                .retrieve().body(OBJECT);
        if (said == null || !provider.issuer().toString().equals(said.get("issuer"))) {
            throw new IllegalArgumentException("what is said there belongs to another issuer");
        }
        for (String endpoint : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            if (!isSafe(String.valueOf(said.get(endpoint)), provider)) {
                throw new IllegalArgumentException(endpoint + " is missing, or not under https");
            }
        }
        List<String> scopes = new ArrayList<>(List.of("openid"));
        provider.scopes().stream().filter(scope -> !scopes.contains(scope)).forEach(scopes::add);
        return ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(id)
                .clientName(provider.label())
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .scope(scopes)
                // From the settings: a request's host says nothing.
                .redirectUri(mandate.url(BACK.formatted(id)))
                .build();
    }

    /** No endpoint is less protected than the issuer. */
    private static boolean isSafe(String address, SignInProvider provider) {
        return address.startsWith("https://") || ("http".equals(provider.issuer().getScheme()) && address.startsWith("http://"));
    }
}
