package io.mandate.machine.web;

import static io.mandate.machine.TestIssuer.AUDIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.mandate.machine.Caller;
import io.mandate.machine.Scope;
import io.mandate.machine.TestIssuer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Which access tokens of the issuer count. */
class IssuedTokensTests extends IssuedTokensTest {

    @Nested
    class One_that_counts {

        @Test
        void names_its_caller_and_what_it_is_for() {
            assertThat(tokens.caller(issuer.token(Map.of())))
                    .isEqualTo(new Caller("mail-portal", Set.of("mail"), Set.of(Scope.DECISIONS, Scope.REMOVALS)));
        }

        @Test
        void may_be_for_others_too_and_for_less() {
            Caller caller = tokens.caller(issuer.token(Map.of("aud", List.of("others", AUDIENCE), "scope", "mandate.decisions email")));

            assertThat(caller.scopes()).containsExactly(Scope.DECISIONS);
        }

        @Test
        void may_hold_caller_and_scopes_in_claims_that_the_settings_name() {
            Map<String, Object> claims = new HashMap<>(Map.of("azp", "mail-portal", "roles", List.of("mandate.removals")));
            claims.put("client_id", null);

            assertThat(tokens("azp", "roles", Set.of("at+jwt")).caller(issuer.token(claims)).scopes()).containsExactly(Scope.REMOVALS);
        }

        @Test
        void may_say_no_type_only_where_the_settings_allow_that() {
            for (JOSEObjectType type : Arrays.asList(JOSEObjectType.JWT, null)) {
                String typed = TestIssuer.signed(issuer.claims(Map.of()),
                        new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(issuer.key().getKeyID()).build(), issuer.key());

                assertInvalid(typed);
                assertThat(tokens("client_id", "scope", Set.of("JWT")).caller(typed).name()).isEqualTo("mail-portal");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"PS256", "RS384", "RS512"})
        void is_signed_with_an_asymmetric_algorithm(String algorithm) {
            assertThat(tokens.caller(signed(JWSAlgorithm.parse(algorithm), issuer.key(), Map.of())).name()).isEqualTo("mail-portal");
        }
    }

    @Nested
    class None_that_counts {

        @Test
        void is_of_another_issuer() {
            assertInvalid(issuer.token(Map.of("iss", "https://evil.example")), "The access token is of another issuer");
            assertInvalid(issuer.token(Map.of("iss", issuer.name() + "/")), "The access token is of another issuer");
            assertInvalid(without("iss"), "The access token is of another issuer");
        }

        @Test
        void is_for_another_audience() {
            assertInvalid(issuer.token(Map.of("aud", List.of("https://other.example"))), "The access token is for another audience");
            assertInvalid(without("aud"), "The access token is for another audience");
        }

        @Test
        void is_over_not_yet_begun_or_without_an_end() {
            Instant now = Instant.now();

            assertThatThrownBy(() -> tokens.caller(issuer.token(
                            Map.of("iat", Date.from(now.minusSeconds(390)), "exp", Date.from(now.minusSeconds(90))))))
                    .isInstanceOfSatisfying(OAuth2AuthenticationException.class,
                            wrong -> assertThat(wrong.getError().getDescription()).startsWith("Jwt expired at "));
            assertInvalid(issuer.token(Map.of("nbf", Date.from(now.plusSeconds(90)))));
            assertInvalid(without("exp"), "The access token does not say when it expires");
        }

        @Test
        void is_unsigned_or_signed_with_the_public_key_as_a_secret() throws JOSEException {
            assertInvalid(new PlainJWT(issuer.claims(Map.of())).serialize());
            SignedJWT confused = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).type(ACCESS_TOKEN).keyID(issuer.key().getKeyID()).build(), issuer.claims(Map.of()));
            confused.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
            assertInvalid(confused.serialize());
        }

        @Test
        void is_signed_with_another_key_of_the_same_name_or_brings_its_own() {
            RSAKey evil = TestIssuer.newKey();

            assertInvalid(signed(JWSAlgorithm.RS256, new RSAKey.Builder(evil).keyID(issuer.key().getKeyID()).build(), Map.of()));
            assertInvalid(TestIssuer.signed(issuer.claims(Map.of()), new JWSHeader.Builder(JWSAlgorithm.RS256).type(ACCESS_TOKEN)
                    .jwk(evil.toPublicJWK()).keyID(issuer.key().getKeyID()).build(), evil));
        }

        @Test
        void is_changed_cut_off_or_something_else() {
            String token = issuer.token(Map.of());
            String[] parts = token.split("\\.");

            assertInvalid(parts[0] + "." + issuer.token(Map.of("client_id", "mail-portal", "jti", "x")).split("\\.")[1] + "." + parts[2]);
            assertInvalid(token.substring(0, token.length() - 10));
            assertInvalid(parts[0] + "." + parts[1] + ".");
            assertInvalid(parts[0]);
            assertInvalid("a.b.c");
            assertInvalid("a.b.c.d.e");
        }

        @Test
        void has_claims_of_a_wrong_kind() {
            assertInvalid(issuer.token(Map.of("exp", "soon")));
            assertInvalid(issuer.token(Map.of("aud", Map.of("a", AUDIENCE))));
        }
    }

    @Nested
    class One_of_somebody_else {

        @Test
        void is_refused_as_good_for_nothing_here() {
            for (Object client : Arrays.asList("other-portal", List.of("mail-portal"), "", null)) {
                Map<String, Object> claims = new HashMap<>();
                claims.put("client_id", client);

                assertThatThrownBy(() -> tokens.caller(issuer.token(claims))).isInstanceOfSatisfying(
                        OAuth2AuthenticationException.class,
                        wrong -> assertThat(wrong.getError().getErrorCode()).isEqualTo("insufficient_scope"));
            }
        }

        @Test
        void has_no_scope_of_ours() {
            assertThat(tokens.caller(issuer.token(Map.of("scope", "openid"))).scopes()).isEmpty();
            assertThat(tokens.caller(without("scope")).scopes()).isEmpty();
        }
    }
}
