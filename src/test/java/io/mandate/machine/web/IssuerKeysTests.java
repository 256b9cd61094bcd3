package io.mandate.machine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** How Mandate comes by the keys of the issuer. */
class IssuerKeysTests extends IssuedTokensTest {

    @Test
    void are_asked_for_with_the_first_token_and_then_known() {
        assertThat(issuer.asked()).isZero();

        tokens.caller(issuer.token(Map.of()));
        tokens.caller(issuer.token(Map.of()));

        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void may_be_replaced_and_old_ones_count_no_more() {
        tokens.caller(issuer.token(Map.of()));
        String old = issuer.token(Map.of());

        issuer.rotate();

        assertThat(tokens.caller(issuer.token(Map.of())).name()).isEqualTo("mail-portal");
        assertThatThrownBy(() -> tokens.caller(old)).isInstanceOfAny(OAuth2AuthenticationException.class, KeysUnavailableException.class);
    }

    @Test
    void that_nobody_knows_are_not_asked_for_time_and_again() {
        tokens.caller(issuer.token(Map.of()));
        for (int i = 0; i < 20; i++) {
            RSAKey unknown = new RSAKey.Builder(issuer.key()).keyID("unknown" + i).build();
            assertThatThrownBy(() -> tokens.caller(signed(JWSAlgorithm.RS256, unknown, Map.of())))
                    .isInstanceOfAny(OAuth2AuthenticationException.class, KeysUnavailableException.class);
        }

        // Description and keys, twice in half a minute; a slow machine may begin another half.
        assertThat(issuer.asked()).isLessThanOrEqualTo(12);
        assertThat(tokens.caller(issuer.token(Map.of())).name()).isEqualTo("mail-portal");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 302, 404})
    void that_cannot_be_had_leave_it_open_whether_a_token_counts(int status) {
        issuer.answerWith(status);
        assertThatThrownBy(() -> tokens.caller(issuer.token(Map.of()))).isInstanceOf(KeysUnavailableException.class);

        issuer.answerWith(200);
        assertThat(tokens.caller(issuer.token(Map.of())).name()).isEqualTo("mail-portal");
    }

    @Test
    void that_are_known_count_while_the_issuer_is_down() {
        IssuedTokens forgetful = tokens("client_id", "scope", Set.of("at+jwt"), Duration.ofMillis(2), Duration.ofMillis(1));
        forgetful.caller(issuer.token(Map.of()));
        issuer.answerWith(500);
        int asked = issuer.asked();

        assertThat(forgetful.caller(issuer.token(Map.of())).name()).isEqualTo("mail-portal");
        assertThat(issuer.asked()).isGreaterThan(asked);
    }

    @Test
    void are_not_taken_from_the_description_of_another_issuer_or_from_an_address_without_encryption() {
        issuer.describe("https://evil.example", issuer.name() + "/keys");
        assertThatThrownBy(() -> tokens.caller(issuer.token(Map.of()))).isInstanceOf(KeysUnavailableException.class);

        issuer.describe(issuer.name(), "http://evil.example/keys");
        assertThatThrownBy(() -> tokens.caller(issuer.token(Map.of()))).isInstanceOf(KeysUnavailableException.class);
    }
}
