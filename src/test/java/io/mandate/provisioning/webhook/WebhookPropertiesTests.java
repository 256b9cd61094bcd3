package io.mandate.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WebhookPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_settings_private_addresses_are_closed_and_patience_ends() {
        runner.run(context -> {
            WebhookProperties properties = context.getBean(WebhookProperties.class);
            assertThat(properties.secrets()).isEmpty();
            assertThat(properties.allowPrivateAddresses()).isFalse();
            assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(10));
        });
    }

    @Test
    void secrets_come_from_the_environment_separated_by_commas() {
        runner.withInitializer(context -> context.getEnvironment().getPropertySources().replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("MANDATE_SERVICES_SECRETS_MAIL", "whsec_new,whsec_old="))))
                .run(context -> assertThat(context.getBean(WebhookProperties.class).secrets())
                        .containsExactly(Map.entry("mail", List.of("whsec_new", "whsec_old="))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "61s"})
    void a_useless_timeout_stops_the_start_by_its_name(String timeout) {
        runner.withPropertyValues("mandate.services.timeout=" + timeout, "mandate.services.secrets.mail=whsec_in-clear")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("mandate.services.timeout").hasMessageNotContaining("in-clear"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WebhookProperties.class)
    static class Settings {}
}
