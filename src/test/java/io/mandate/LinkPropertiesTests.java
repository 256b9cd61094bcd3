package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class LinkPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void a_short_secret_is_refused_by_name_and_not_repeated() {
        runner.withPropertyValues("mandate.link.secrets=a-secret-for-tests-of-at-least-32-characters,canary").run(context -> {
            Throwable failure = context.getStartupFailure();
            assertThat(failure).rootCause().hasMessageContaining("mandate.link.secrets: each must have at least 32 characters");
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain("canary");
            }
        });
    }

    @Test
    void long_ones_are_taken_and_told_nobody() {
        runner.withPropertyValues("mandate.link.secrets=a-secret-for-tests-of-at-least-32-characters").run(context ->
                assertThat(context.getBean(LinkProperties.class).toString()).doesNotContain("a-secret"));
    }

    @Configuration
    @EnableConfigurationProperties(LinkProperties.class)
    static class Settings {}
}
