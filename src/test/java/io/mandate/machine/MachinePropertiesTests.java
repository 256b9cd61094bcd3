package io.mandate.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class MachinePropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_settings_there_are_neither_an_issuer_nor_passwords() {
        runner.run(context -> assertThat(context.getBean(MachineProperties.class)).satisfies(settings -> {
            assertThat(settings.hasIssuer()).isFalse();
            assertThat(settings.basic()).isFalse();
            assertThat(settings.types()).containsExactly("at+jwt");
            assertThat(settings.callerClaim()).isEqualTo("client_id");
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example", "https://id.example/realms/a", "http://localhost:8180/realms/a", "http://127.0.0.1:81"})
    void an_issuer_is_an_address_that_is_encrypted_or_on_this_machine(String issuer) {
        runner.withPropertyValues("mandate.machine.issuer=" + issuer, "mandate.machine.audience=mandate", "mandate.machine.types=at+jwt,JWT")
                .run(context -> assertThat(context.getBean(MachineProperties.class)).satisfies(settings -> {
                    assertThat(settings.issuer()).isEqualTo(issuer);
                    assertThat(settings.types()).isEqualTo(Set.of("at+jwt", "JWT"));
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "issuer=http://id.example, mandate.machine.issuer: must be an https address",
        "issuer=https://id.example?a=b, mandate.machine.issuer: must be an https address",
        "issuer=https://id.example#a, mandate.machine.issuer: must be an https address",
        "issuer=https://me:you@id.example, mandate.machine.issuer: must be an https address",
        "issuer=file:/etc/keys, mandate.machine.issuer: must be an https address",
        "issuer=id.example, mandate.machine.issuer: must be an https address",
        "issuer=https://id.example, mandate.machine.audience: must be set",
        "caller-claim=client id, callerClaim",
        "scope-claim=$, scopeClaim",
        "types=id_token, types",
    })
    void a_wrong_setting_stops_the_start_by_its_name(String setting, String named) {
        String audience = named.contains("audience") ? "mandate.machine.audience= " : "mandate.machine.audience=mandate";

        runner.withPropertyValues("mandate.machine." + setting, audience).run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("mandate.machine").hasMessageContaining(named));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MachineProperties.class)
    static class Settings {}
}
