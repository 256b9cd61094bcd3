package io.mandate.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class BouncePropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_settings_no_mailbox_is_read() {
        runner.run(context -> assertThat(context.getBean(BounceProperties.class).on()).isFalse());
    }

    @Test
    void a_host_is_read_with_tls_every_minute_and_the_password_is_told_nobody() {
        runner.withPropertyValues(settings("host=imap.example", "password=secret")).run(context -> {
            BounceProperties bounces = context.getBean(BounceProperties.class);
            assertThat(bounces.on()).isTrue();
            assertThat(bounces.tls()).isTrue();
            assertThat(bounces.port()).isEqualTo(993);
            assertThat(bounces.every()).isEqualTo(Duration.ofMinutes(1));
            assertThat(bounces.toString()).doesNotContain("secret");
        });
    }

    @ParameterizedTest
    @CsvSource({"address=nobody, address", "every=PT0S, every", "every=P2D, every", "port=0, port", "folder=, folder"})
    void a_setting_that_makes_no_sense_is_named(String setting, String named) {
        runner.withPropertyValues(settings("host=imap.example", setting)).run(context -> assertThat(context)
                .hasFailed().getFailure().rootCause().hasMessageContaining(named));
    }

    private static String[] settings(String... settings) {
        return Stream.of(settings).map("mandate.mail.bounces."::concat).toArray(String[]::new);
    }

    @Configuration
    @EnableConfigurationProperties(BounceProperties.class)
    static class Settings {}
}
