package io.mandate.machine.web;

import static io.mandate.machine.TestIssuer.AUDIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import io.mandate.machine.Caller;
import io.mandate.machine.Callers;
import io.mandate.machine.MachineProperties;
import io.mandate.machine.TestIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** A test of access tokens of an issuer of its own. */
abstract class IssuedTokensTest {

    static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    final TestIssuer issuer = TestIssuer.start();
    IssuedTokens tokens;

    @BeforeEach
    void known() {
        tokens = tokens("client_id", "scope", Set.of("at+jwt"));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    IssuedTokens tokens(String callerClaim, String scopeClaim, Set<String> types) {
        return tokens(callerClaim, scopeClaim, types, Duration.ofMinutes(5), IssuedTokens.PAUSE);
    }

    IssuedTokens tokens(String callerClaim, String scopeClaim, Set<String> types, Duration known, Duration pause) {
        Callers callers = Mockito.mock(Callers.class);
        Mockito.when(callers.find(ArgumentMatchers.eq("mail-portal"), ArgumentMatchers.anySet())).thenAnswer(call ->
                Optional.of(new Caller("mail-portal", Set.of("mail"), call.getArgument(1))));
        return new IssuedTokens(
                new MachineProperties(issuer.name(), AUDIENCE, callerClaim, scopeClaim, types, false), callers, Clock.systemUTC(), known, pause);
    }

    String without(String claim) {
        Map<String, Object> none = new HashMap<>();
        none.put(claim, null);
        return issuer.token(none);
    }

    String signed(JWSAlgorithm algorithm, RSAKey key, Map<String, Object> claims) {
        return TestIssuer.signed(issuer.claims(claims),
                new JWSHeader.Builder(algorithm).type(ACCESS_TOKEN).keyID(key.getKeyID()).build(), key);
    }

    void assertInvalid(String token, String... why) {
        assertThatThrownBy(() -> tokens.caller(token)).isInstanceOfSatisfying(OAuth2AuthenticationException.class, wrong -> {
            assertThat(wrong.getError().getErrorCode()).isEqualTo("invalid_token");
            assertThat(List.of(why)).allSatisfy(words -> assertThat(wrong.getError().getDescription()).isEqualTo(words));
        });
    }
}
