package io.mandate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class EvidencePropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_a_setting_a_checkpoint_is_signed_every_hour() {
        runner.run(context -> assertThat(context.getBean(EvidenceProperties.class).checkpointEvery()).isEqualTo(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1m, PT1M", "6h, PT6H", "1d, PT24H"})
    void a_time_between_a_minute_and_a_day_is_taken_and_zero_for_never(String set, Duration read) {
        runner.withPropertyValues("mandate.evidence.checkpoint-every=" + set)
                .run(context -> assertThat(context.getBean(EvidenceProperties.class).checkpointEvery()).isEqualTo(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1h", "59s", "1441m", "2d", "daily"})
    void anything_else_stops_the_start_by_its_name(String set) {
        runner.withPropertyValues("mandate.evidence.checkpoint-every=" + set)
                .run(context -> assertThat(context).getFailure()
                        .satisfies(failure -> assertThat(messages(failure)).contains("mandate.evidence.checkpoint-every")));
    }

    private static String messages(Throwable failure) {
        return failure == null ? "" : failure.getMessage() + "\n" + messages(failure.getCause());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EvidenceProperties.class)
    static class Settings {}
}
