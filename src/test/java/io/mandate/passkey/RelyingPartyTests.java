package io.mandate.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.MandateProperties;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What Mandate is to browsers comes from the public address in the settings. */
class RelyingPartyTests {

    @ParameterizedTest
    @CsvSource({
        "https://mandate.example, mandate.example, https://mandate.example",
        "https://Mandate.Example:443/approvals, mandate.example, https://mandate.example",
        "https://mandate.example:8443, mandate.example, https://mandate.example:8443",
        "https://mandate.example:80, mandate.example, https://mandate.example:80",
        "http://localhost:8080, localhost, http://localhost:8080",
        "http://mandate.example:80, mandate.example, http://mandate.example",
    })
    void host_and_origin_are_those_of_browsers(String address, String id, String origin) {
        RelyingParty party = party(address);

        assertThat(party.id()).isEqualTo(id);
        assertThat(party.origin()).isEqualTo(origin);
        assertThat(party.isNamed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://192.0.2.7", "https://[2001:db8::7]:8443", "http://127.0.0.1:8080"})
    void at_an_address_of_numbers_there_are_none(String address) {
        assertThat(party(address).isNamed()).isFalse();
        assertThat(party(address).isUsable()).isFalse();
    }

    @Test
    void passkeys_are_demanded_only_where_browsers_offer_them() {
        for (String address : new String[] {"http://mandate.example", "https://192.0.2.7"}) {
            assertThatThrownBy(() -> rules("required", address)).hasMessageContaining("mandate.approval.passkey")
                    .hasMessageContaining("mandate.base-url");
            assertThatCode(() -> rules("off", address)).doesNotThrowAnyException();
        }
        assertThat(rules("required", "https://mandate.example").isDemanded()).isTrue();
        assertThat(rules("REQUIRED", "http://localhost:8080").isDemanded()).isTrue();
        // As YAML reads it.
        assertThat(rules("false", "https://mandate.example").isDemanded()).isFalse();
    }

    private static PasskeyRules rules(String passkey, String address) {
        MapConfigurationPropertySource settings = new MapConfigurationPropertySource();
        settings.put("mandate.approval.passkey", passkey);
        return new PasskeyRules(new Binder(settings).bind("mandate.approval", ApprovalProperties.class).get(), party(address), null);
    }

    private static RelyingParty party(String address) {
        return new RelyingParty(new MandateProperties(URI.create(address)));
    }
}
